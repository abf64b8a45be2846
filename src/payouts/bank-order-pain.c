/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements in the order of the schema pain.001.001.03; banks without a SWIFT code go by their
 * number, accounts that are no IBAN by themselves. */
#include "payouts/bank-order.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/text.h"
#include "book/setting.h"
#include "distribution/draft.h"
#include "ledger/bank.h"
#include "payouts/error.h"
#include "payouts/transfer-text.h"

#include <string.h>

#define LONGEST_NAME 70
#define LONGEST_ID 35

static const char head_format[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">\n"
    " <CstmrCdtTrfInitn>\n"
    "  <GrpHdr><MsgId>%s</MsgId><CreDtTm>%s</CreDtTm><NbOfTxs>%u</NbOfTxs><CtrlSum>%s</CtrlSum>"
    "<InitgPty><Nm>%s</Nm></InitgPty></GrpHdr>\n"
    "  <PmtInf>\n"
    "   <PmtInfId>%s</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>%u</NbOfTxs><CtrlSum>%s</CtrlSum>\n"
    "   <ReqdExctnDt>%s</ReqdExctnDt><Dbtr><Nm>%s</Nm></Dbtr>\n";

static const char transfer_format[] =
    "   <CdtTrfTxInf><PmtId><EndToEndId>%s</EndToEndId></PmtId>"
    "<Amt><InstdAmt Ccy=\"%s\">%s</InstdAmt></Amt>\n";

static const char tail[] = "  </PmtInf>\n"
                           " </CstmrCdtTrfInitn>\n"
                           "</Document>\n";

/* Plain letters, no longer than the schema takes. */
static char *
fit (const char *text,
     gsize       most)
{
  char *plain = sheaf_text_unaccent (text != NULL ? text : "");

  if (strlen (plain) > most)
    plain[most] = '\0';
  return plain;
}

/* The check of ISO 13616: country and check digits behind the rest, letters as 10 to 35, 1 left
 * over of 97. */
static gboolean
is_iban (const char *account)
{
  gsize length = strlen (account);
  guint rest = 0;

  if (length < 15 || length > 34 || !g_ascii_isupper (account[0]) || !g_ascii_isupper (account[1]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      char letter = account[(i + 4) % length];

      if (g_ascii_isdigit (letter))
        rest = (rest * 10 + (guint) (letter - '0')) % 97;
      else if (g_ascii_isupper (letter))
        rest = (rest * 100 + (guint) (letter - 'A') + 10) % 97;
      else
        return FALSE;
    }
  return rest == 1;
}

/* What is put into the format is escaped. */
static void G_GNUC_PRINTF (2, 3)
    append_escaped (GString    *xml,
                    const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (xml, text);
}

static void
append_account (GString    *xml,
                const char *element,
                const char *account)
{
  g_string_append_printf (xml, "<%s><Id>", element);
  if (is_iban (account))
    append_escaped (xml, "<IBAN>%s</IBAN>", account);
  else
    append_escaped (xml, "<Othr><Id>%s</Id></Othr>", account);
  g_string_append_printf (xml, "</Id></%s>", element);
}

static void
append_bank (GString    *xml,
             const char *element,
             SheafBook  *book,
             const char *bin)
{
  const SheafBank *bank = sheaf_bank_find (book, bin);
  const char      *swift = bank != NULL ? bank->swift : "";
  gsize            length = strlen (swift);

  g_string_append_printf (xml, "<%s><FinInstnId>", element);
  if (length == 8 || length == 11)
    append_escaped (xml, "<BIC>%s</BIC>", swift);
  else
    append_escaped (xml, "<Othr><Id>%s</Id></Othr>",
                    bin != NULL && *bin != '\0' ? bin : "NOTPROVIDED");
  g_string_append_printf (xml, "</FinInstnId></%s>", element);
}

typedef struct
{
  SheafBook              *book;
  const SheafPayoutBatch *batch;
  SheafLaw               *law;
  char                   *currency;
  char                   *account; /* the co-op's own */
  char                   *bin;
  int                     batch_year;
  char                   *year; /* its code */
  GString                *xml;
} Message;

static void
clear_message (Message *message)
{
  g_clear_pointer (&message->law, sheaf_law_free);
  g_free (message->currency);
  g_free (message->account);
  g_free (message->bin);
  g_free (message->year);
  if (message->xml != NULL)
    g_string_free (message->xml, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Message, clear_message)

static void
append_head (Message              *message,
             const SheafBankOrder *order,
             GDateTime            *now)
{
  g_autofree char *id = g_strdup_printf ("SHEAF-%s-%" G_GINT64_FORMAT, message->year,
                                         message->batch->id);
  g_autofree char *made = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *day = sheaf_date_to_text (message->batch->date);
  g_autofree char *sum = sheaf_currency_to_text (order->sum.units, message->currency);
  g_autofree char *name = fit (sheaf_book_name (message->book), LONGEST_NAME);

  append_escaped (message->xml, head_format, id, made, order->count, sum, name, id, order->count,
                  sum, day, name);
  g_string_append (message->xml, "   ");
  append_account (message->xml, "DbtrAcct", message->account);
  append_bank (message->xml, "DbtrAgt", message->book, message->bin);
  g_string_append_c (message->xml, '\n');
}

static gboolean
append_transfer (Message                  *message,
                 const SheafPayoutPayment *payment,
                 GError                  **error)
{
  const SheafPayoutLine *line = payment->line;
  g_autofree char       *about = sheaf_transfer_text (message->law, message->batch_year, line->code,
                                                      SHEAF_TRANSFER_MAX);
  g_autofree char       *name = fit (line->name, LONGEST_NAME);
  g_autofree char       *id = fit (line->voucher_number, LONGEST_ID);
  g_autofree char       *amount = sheaf_currency_to_text (payment->net.units, message->currency);

  if (line->bank_account == NULL || *line->bank_account == '\0')
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
                   _ ("%s, %s, has no bank account in the book: enter it, or pay in cash"),
                   line->code, line->name);
      return FALSE;
    }
  append_escaped (message->xml, transfer_format, id, message->currency, amount);
  g_string_append (message->xml, "    ");
  append_bank (message->xml, "CdtrAgt", message->book, line->bank_bin);
  append_escaped (message->xml, "<Cdtr><Nm>%s</Nm></Cdtr>", name);
  append_account (message->xml, "CdtrAcct", line->bank_account);
  append_escaped (message->xml, "<RmtInf><Ustrd>%s</Ustrd></RmtInf></CdtTrfTxInf>\n", about);
  return TRUE;
}

char *
sheaf_bank_order_to_pain (SheafBook              *book,
                          const SheafPayoutBatch *batch,
                          const SheafBankOrder   *order,
                          GDateTime              *now,
                          GError                **error)
{
  g_auto (Message) message = { .book = book, .batch = batch };
  g_autoptr (GArray) payments = NULL;

  g_return_val_if_fail (book != NULL && batch != NULL && order != NULL && now != NULL, NULL);
  message.law = sheaf_law_of_year (book, batch->year, error);
  if (message.law == NULL)
    return NULL;
  message.currency = sheaf_setting_find (book, "currency");
  message.account = sheaf_setting_find (book, "bank-account");
  message.bin = sheaf_setting_find (book, "bank-bin");
  message.batch_year = batch->year;
  message.year = sheaf_plan_code (batch->year);
  message.xml = g_string_new (NULL);
  if (message.account == NULL || *message.account == '\0')
    {
      g_set_error_literal (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
                           _ ("the book does not know the co-op’s own account: set bank-account "
                              "and bank-bin in the book’s settings"));
      return NULL;
    }
  append_head (&message, order, now);
  payments = sheaf_payout_batch_payments (batch);
  for (guint i = 0; i < payments->len; i++)
    if (!append_transfer (&message, &g_array_index (payments, SheafPayoutPayment, i), error))
      return NULL;
  g_string_append (message.xml, tail);
  return g_strdup (message.xml->str);
}
