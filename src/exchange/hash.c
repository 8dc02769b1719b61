/* FNV-1a.
 * Not here: what is hashed. */
#include "exchange/hash.h"

uint64_t exchange_hash(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001B3u;
	return hash;
}
