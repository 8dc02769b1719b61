/* The command line of the scenario player, and the tally.
 * Not here: playing one (scenario.c, where the language is described). */
#include "keys.h"
#include "scenario.h"

#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage[] = "usage: play [options] SCENARIO.scn...\n"
			    "  --program FILE  the program to play on (./filo)\n"
			    "  --only WORD     only scenarios whose path has this in it\n"
			    "  --valgrind      run the program under valgrind\n"
			    "  --show          print the last screen\n"
			    "  --keep          keep the temporary folder\n"
			    "  --svg FILE      draw the last screen\n";

static const struct option long_options[] = {
	{ "program", required_argument, NULL, 'p' },
	{ "only", required_argument, NULL, 'o' },
	{ "valgrind", no_argument, NULL, 'v' },
	{ "show", no_argument, NULL, 's' },
	{ "keep", no_argument, NULL, 'k' },
	{ "svg", required_argument, NULL, 'g' },
	{ NULL, 0, NULL, 0 },
};

static bool read_options(int argc, char **argv, struct options *options, const char **only)
{
	const char *program = "./filo";
	int option;

	while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
		if (option == 'p')
			program = optarg;
		else if (option == 'o')
			*only = optarg;
		else if (option == 'v')
			options->with_valgrind = true;
		else if (option == 's')
			options->show = true;
		else if (option == 'k')
			options->keep = true;
		else if (option == 'g')
			options->svg = optarg;
		else
			return false;
	}
	options->patience_ms = options->with_valgrind ? 100000 : 10000;
	if (!realpath(program, options->program)) {
		perror(program);
		return false;
	}
	return getcwd(options->root, sizeof options->root) && optind < argc;
}

int main(int argc, char **argv)
{
	struct options options = { 0 };
	const char *only = "";
	int passed = 0, failed = 0;

	setlocale(LC_ALL, "C.UTF-8");
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!read_options(argc, argv, &options, &only)) {
		fputs(usage, stderr);
		return 2;
	}
	for (int i = optind; i < argc; i++) {
		if (!strstr(argv[i], only))
			continue;
		bool ok = scenario_play(argv[i], &options);
		if (ok)
			printf("ok    %s\n", argv[i]);
		*(ok ? &passed : &failed) += 1;
	}
	keys_end();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
