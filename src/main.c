/* Where filo begins.
 * Not here: anything else. */
#include "filo/base/i18n.h"

int main(void)
{
	i18n_init();
	return 0;
}
