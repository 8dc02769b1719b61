# make            build ./filo
# make run        install what it needs, build, start it (ARGS="demo" to give it arguments)
# make check      install what the tests need, build, run every test
# make help       all targets

PREFIX ?= /usr/local
DESTDIR ?=
# Yours, or a distribution's: CPPFLAGS, CFLAGS, LDFLAGS. What filo itself needs is added to them.
CFLAGS ?= -O2 -g
VERSION := 0.1.0
# Where everything built goes; another folder is another build (make asan).
B := build
FILO := $(if $(filter build,$B),filo,$B/filo)

# What has most to be looked up at each start stands first.
PKGS := sqlite3 ncursesw libutf8proc yajl
STRICT := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wno-missing-field-initializers -Wno-overlength-strings
DEFS := -DFILO_LIBEXECDIR='"$(PREFIX)/libexec/filo"' -DFILO_VERSION='"$(VERSION)"' -DFILO_DATADIR='"$(PREFIX)/share/filo"' -DFILO_LOCALEDIR='"$(PREFIX)/share/locale"' \
	-DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -lm -pthread
ALL_CFLAGS = $(STRICT) $(WERROR) $(DEFS) -Iinclude -Isrc $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(SANITIZE)
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS) $(SANITIZE)

# Says in a word what is done; `make V=1` shows the whole command.
quiet = $(if $V,,@echo '  $(1)  $@';)

objects = $(patsubst %.c,$B/obj/%.o,$(sort $(1)))
SRC_OBJ := $(call objects,$(filter-out src/read/%,$(wildcard src/*/*.c src/*/*/*.c)))
# filo-read is a program of its own, built where the libraries of its formats are.
READ_PKGS := gmime-3.0 libical libzip libxml-2.0 libseccomp yajl
READ := $(if $(shell pkg-config --exists $(READ_PKGS) 2>/dev/null && echo yes),$(if $(filter build,$B),filo-read,$B/filo-read))
READ_OBJ := $(call objects,$(filter-out src/read/main.c,$(wildcard src/read/*.c)))
READ_LIBS = $(shell pkg-config --libs $(READ_PKGS) libutf8proc) -lcsv
READ_CFLAGS := $(shell pkg-config --cflags $(READ_PKGS) 2>/dev/null)
$(READ_OBJ) $B/obj/src/read/main.o: PKG_CFLAGS += $(READ_CFLAGS)
UNIT := $(patsubst tests/unit/%.c,$B/unit/%,$(sort $(filter-out $(if $(READ),,tests/unit/read/%),$(wildcard tests/unit/*/*.c))))
PLAY_OBJ := $(call objects,$(wildcard tests/screen/*.c))
# What every benchmark may use: programs in a terminal, and figures.
BENCH_OBJ := $(call objects,tests/screen/pty.c tests/bench/sample.c)
BENCH := $(addprefix $B/bench/,floor generate rhythm_contract bench growth year histories phone imports)
FUZZ := $(patsubst tests/fuzz/%.c,$B/fuzz/%,$(sort $(filter-out $(if $(READ),,tests/fuzz/fuzz_read_%),$(wildcard tests/fuzz/*.c))))
MO := $(patsubst po/%.po,$B/locale/%/LC_MESSAGES/filo.mo,$(wildcard po/*.po))
SCENARIOS := $(sort $(wildcard tests/screen/self/*.scn tests/screen/scenarios/*.scn))
THEMES := $(wildcard themes/*)
MANUALS := $(wildcard man/*.[1-8] man/*/*.[1-8])

.PHONY: all no-read run check deps deps-test build-check unit screen soak soak-power bench bench-history fuzz fuzz-run \
	asan lint valgrind install dist uninstall picture pot po-update hooks compile_commands.json help clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(FILO) $(MO) $(or $(READ),no-read) ## build ./filo and, where its libraries are, ./filo-read

no-read:
	@echo "filo-read is not built: it needs $(READ_PKGS) (make deps installs them)"

run: deps ## install what it needs, build, start it
	@$(MAKE) --no-print-directory all
	@./$(FILO) $(ARGS)

check: deps-test ## install what the tests need, build, run every test
	@$(MAKE) --no-print-directory build-check
	@tests/check --program $(FILO) --play $B/play $(if $(READ),--reader $(READ)) $(UNIT)

build-check: all $(UNIT) $B/play

deps: ## install what building needs, with apt
	@build-aux/deps build

deps-test: ## install what testing needs, too
	@build-aux/deps build test

unit: $(UNIT) $(MO) ## run the unit tests
	@tests/check $(UNIT)

screen: all $B/play ## play the screen scenarios (ONLY=word: those whose name has it)
	@$B/play --program $(FILO) --only "$(ONLY)" $(SCENARIOS)

valgrind: all $B/play ## the same under valgrind
	@build-aux/deps build test valgrind
	@$B/play --program $(FILO) --only "$(ONLY)" --valgrind $(wildcard tests/screen/scenarios/*.scn)

asan: ## unit tests with address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory B=build/asan CFLAGS='-O1 -g -fno-omit-frame-pointer' \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' unit

soak-power: all $B/power_cut ## cut the power at CUTS (1000) moments of a day's commands
	@build-aux/deps build test soak
	@tests/soak/power $(FILO) $B/power_cut $B/power $(or $(CUTS),1000)

soak: soak-power ## and kill it, take its room, run several at once: ROUNDS (2000), resumed
	@tests/soak/run $(FILO) $B/soak $(or $(ROUNDS),2000)

bench: all $(BENCH) ## measure speed, bytes and memory beside a minimal list
	@build-aux/deps build test bench
	@tests/bench/run $(FILO) $B/bench $(READ)

bench-history: ## show the last runs of `make bench` side by side
	@tests/bench/show-history

fuzz: ## run each fuzz target for FUZZ_SECONDS (60)
	@build-aux/deps build fuzz
	@$(MAKE) --no-print-directory B=build/clang-fuzz CC=clang CFLAGS='-O1 -g' \
		SANITIZE='-fsanitize=address,undefined,fuzzer-no-link' fuzz-run

fuzz-run: $(FUZZ)
	@tests/fuzz/run $(or $(FUZZ_SECONDS),60) $(FUZZ)

lint: $B/filo.pot ## check layout, mistakes, manual, translations, layers
	@build-aux/deps build test lint
	@tests/lint/run $B/filo.pot $(ALL_CFLAGS) $(READ_CFLAGS)

picture: all $B/play ## draw the README's picture from a real run
	$B/play --program $(FILO) --svg man/filo.svg tests/screen/pictures/readme.scn

pot: $B/filo.pot ## collect the sentences to translate in build/filo.pot

po-update: $B/filo.pot ## bring the translations in po/ up to date with the program
	@for po in po/*.po; do msgmerge --quiet --update --add-location=file --backup=none --no-fuzzy-matching $$po $<; done

# Each shell, and where below share/ it looks for completions.
COMPLETIONS := bash:bash-completion/completions/filo zsh:zsh/site-functions/_filo \
	fish:fish/vendor_completions.d/filo.fish

install: all ## install under PREFIX (/usr/local), staged in DESTDIR
	install -D -m 755 $(FILO) $(DESTDIR)$(PREFIX)/bin/filo
	$(if $(READ),install -D -m 755 $(READ) $(DESTDIR)$(PREFIX)/libexec/filo/filo-read)
	@for page in $(patsubst man/%,%,$(MANUALS)); do \
		at=$(DESTDIR)$(PREFIX)/share/man/$$(dirname $$page)/man$${page##*.}/$$(basename $$page); \
		echo install -D -m 644 man/$$page $$at; install -D -m 644 man/$$page $$at || exit 1; \
	done
	@for lang in $(patsubst po/%.po,%,$(wildcard po/*.po)); do \
		at=$(DESTDIR)$(PREFIX)/share/locale/$$lang/LC_MESSAGES/filo.mo; \
		echo install -D -m 644 $$at; \
		install -D -m 644 $B/locale/$$lang/LC_MESSAGES/filo.mo $$at || exit 1; \
	done
	@for theme in $(THEMES); do \
		at=$(DESTDIR)$(PREFIX)/share/filo/$$theme; \
		echo install -D -m 644 $$theme $$at; install -D -m 644 $$theme $$at || exit 1; \
	done
	@for shell in $(COMPLETIONS); do \
		at=$(DESTDIR)$(PREFIX)/share/$${shell#*:}; \
		echo install -D -m 644 $$at; install -d $$(dirname $$at) && \
		LC_ALL=C $(abspath $(FILO)) completion $${shell%%:*} >$$at && chmod 644 $$at || exit 1; \
	done

dist: ## make the release's tarball out of its tag
	git archive --prefix=filo-$(VERSION)/ -o filo-$(VERSION).tar v$(VERSION)
	gzip -9nf filo-$(VERSION).tar

uninstall: ## remove what install installed
	rm -f $(DESTDIR)$(PREFIX)/bin/filo $(DESTDIR)$(PREFIX)/libexec/filo/filo-read \
		$(foreach p,$(patsubst man/%,%,$(MANUALS)),$(DESTDIR)$(PREFIX)/share/man/$(dir $p)man$(subst .,,$(suffix $p))/$(notdir $p)) \
		$(patsubst po/%.po,$(DESTDIR)$(PREFIX)/share/locale/%/LC_MESSAGES/filo.mo,$(wildcard po/*.po)) \
		$(addprefix $(DESTDIR)$(PREFIX)/share/filo/,$(THEMES)) \
		$(foreach c,$(COMPLETIONS),$(DESTDIR)$(PREFIX)/share/$(lastword $(subst :, ,$c)))

hooks: ## let git check each commit: its message, layout and layers
	git config core.hooksPath build-aux/hooks

# For editors and clangd: how each file is compiled.
comma := ,
compiled := $(sort $(wildcard src/*.c src/*/*.c src/*/*/*.c tests/*/*.c tests/unit/*/*.c))
compile_commands.json: ## tell editors how each file is compiled
	$(file >$@,[)
	$(foreach c,$(compiled),$(file >>$@,{ "directory": "$(CURDIR)"$(comma) "file": "$c"$(comma) \
		"command": "$(CC) $(subst ",\",$(subst \,\\,$(ALL_CFLAGS) $(READ_CFLAGS))) -c $c" }$(if \
		$(filter $(lastword $(compiled)),$c),,$(comma))))
	$(file >>$@,])
	@echo "$(words $(compiled)) files in $@"

help: ## this list
	@sed -n 's/^\([a-z_.-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "%-26s %s\n", $$1, $$2 }'

clean: ## remove everything built
	rm -rf $B filo filo-read

$(FILO): $B/obj/src/main.o $B/libfilo.a
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$B/libfilo.a: $(SRC_OBJ)
	@rm -f $@
	$(call quiet,AR  )$(AR) rcs $@ $^

$(or $(READ),$B/filo-read): $B/obj/src/read/main.o $B/libread.a $B/libfilo.a
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(READ_LIBS)

$B/libread.a: $(READ_OBJ)
	@rm -f $@
	$(call quiet,AR  )$(AR) rcs $@ $^

$B/obj/%.o: %.c | $B/sqlite-ok
	@mkdir -p $(@D)
	$(call quiet,CC  )$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$B/unit/read/%: tests/unit/read/%.c $B/libread.a $B/libfilo.a
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $B/libread.a $B/libfilo.a $(READ_LIBS) -lcmocka

$B/unit/%: tests/unit/%.c $B/libfilo.a
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $B/libfilo.a $(LIBS) -lcmocka

$B/play: $(PLAY_OBJ) $B/libfilo.a
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lvterm

$B/power_cut: $B/obj/tests/soak/power_cut.o
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^

$B/bench/%: $B/obj/tests/bench/%.o $(BENCH_OBJ) $B/libfilo.a
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$B/fuzz/fuzz_read_%: tests/fuzz/fuzz_read_%.c tests/fuzz/read_any.h $B/libread.a $B/libfilo.a
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(READ_CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $B/libread.a $B/libfilo.a $(READ_LIBS)

$B/fuzz/%: tests/fuzz/%.c $B/libfilo.a
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $B/libfilo.a $(LIBS)

$B/locale/%/LC_MESSAGES/filo.mo: po/%.po
	@mkdir -p $(@D)
	$(call quiet,MSG )msgfmt -c -o $@ $<

$B/command_names.c: build-aux/command-names.awk $(wildcard src/tui/*.c src/tui/*/*.c)
	@mkdir -p $(@D)
	awk -f $< $(filter %.c,$^) >$@

$B/filo.pot: $(wildcard src/*.c src/*/*.c src/*/*/*.c) src/cli/contact_option_rows.h $B/command_names.c
	@mkdir -p $(@D)
	xgettext --add-location=file --keyword=_ --keyword=N_ --keyword=NC_:1c,2 --keyword=NP_:1,2 --keyword=NN_:1,2 --from-code=UTF-8 --add-comments=Translators: \
		--package-name=filo --package-version=$(VERSION) -o $@ $(sort $^)

# Tried once: does SQLite have sessions and full-text search?
$B/sqlite-ok: build-aux/sqlite-features.c
	@mkdir -p $(@D)
	@build-aux/sqlite-check $@ $(CC) $(ALL_CFLAGS) $< $(ALL_LDFLAGS) $(LIBS)

# Files that know the PREFIX are compiled again when that changes.
$B/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@
$B/obj/src/base/i18n.o $B/obj/src/base/config.o $B/obj/src/exchange/history/reader.o: $B/prefix

-include $(SRC_OBJ:.o=.d) $(READ_OBJ:.o=.d) $B/obj/src/read/main.d $(PLAY_OBJ:.o=.d) $B/obj/src/main.d $(UNIT:=.d) $(BENCH:$B/bench/%=$B/obj/tests/bench/%.d) $(BENCH_OBJ:.o=.d)
