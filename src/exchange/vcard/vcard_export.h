/* All contacts as vCards.
 * Not here: how a card is written (vcard_write.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_EXPORT_H
#define FILO_EXCHANGE_VCARD_VCARD_EXPORT_H

#include "exchange/exporting.h"
#include "filo/base/error.h"

enum status vcard_export_3(struct exporting *exporting, struct error *err);
enum status vcard_export_4(struct exporting *exporting, struct error *err);

#endif
