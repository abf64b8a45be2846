/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every object is ID, length in two digits, value; objects go by ID, the check sum last. */
#include "payouts/vietqr.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "payouts/error.h"

#include <string.h>

#define MAX_ACCOUNT 19
#define MAX_AMOUNT G_GINT64_CONSTANT (9999999999999)
#define DONG 704 /* ISO 4217 */
#define MAX_TEXT 25

guint16
sheaf_vietqr_crc (const char *text)
{
  guint crc = 0xffff;

  for (const char *at = text; *at != '\0'; at++)
    {
      crc ^= (guint) (guchar) *at << 8;
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1 & 0xffff;
    }
  return (guint16) crc;
}

static void
append_object (GString    *text,
               const char *id,
               const char *value)
{
  g_string_append_printf (text, "%s%02u%s", id, (guint) strlen (value), value);
}

static gboolean
is_number (const char *text,
           gsize       least,
           gsize       most,
           gboolean    letters)
{
  gsize length = text == NULL ? 0 : strlen (text);

  if (length < least || length > most)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!(letters ? g_ascii_isalnum (text[i]) : g_ascii_isdigit (text[i])))
      return FALSE;
  return TRUE;
}

static gboolean
check (const SheafVietqr *qr,
       GError           **error)
{
  g_autofree char *amount = NULL;

  if (!is_number (qr->bin, 6, 6, FALSE))
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
                   _ ("“%s” is no number of a bank: write its six digits"),
                   qr->bin != NULL ? qr->bin : "");
      return FALSE;
    }
  if (!is_number (qr->account, 1, MAX_ACCOUNT, TRUE))
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
                   _ ("“%s” is no account number: write up to 19 letters and digits"),
                   qr->account != NULL ? qr->account : "");
      return FALSE;
    }
  if (qr->amount.units >= 0 && qr->amount.units <= MAX_AMOUNT)
    return TRUE;
  amount = sheaf_money_format (qr->amount, sheaf_language_current ());
  g_set_error (
      error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
      _ ("%s cannot be transferred by QR code: take an amount above 0 of at most 13 digits"),
      amount);
  return FALSE;
}

/* Letters, digits and blanks: what every bank's program lets through. NULL stays NULL. */
static gboolean
clean_text (const char *text,
            char      **ret_clean,
            GError    **error)
{
  *ret_clean = text != NULL ? sheaf_text_unaccent (text) : NULL;
  for (char *at = *ret_clean; at != NULL && *at != '\0'; at++)
    *at = g_ascii_isalnum (*at) ? *at : ' ';
  if (*ret_clean == NULL || strlen (*ret_clean) <= MAX_TEXT)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
               _ ("“%s” is too long for a QR code: shorten it to 25 characters"), *ret_clean);
  return FALSE;
}

static void
append_beneficiary (GString           *text,
                    const SheafVietqr *qr)
{
  g_autoptr (GString) bank = g_string_new (NULL);
  g_autoptr (GString) napas = g_string_new (NULL);

  append_object (bank, "00", qr->bin);
  append_object (bank, "01", qr->account);
  append_object (napas, "00", "A000000727");
  append_object (napas, "01", bank->str);
  append_object (napas, "02", qr->card ? "QRIBFTTC" : "QRIBFTTA");
  append_object (text, "38", napas->str);
}

static void
append_words (GString    *text,
              const char *reference,
              const char *purpose)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (reference != NULL && *reference != '\0')
    append_object (words, "01", reference);
  if (purpose != NULL && *purpose != '\0')
    append_object (words, "08", purpose);
  if (words->len > 0)
    append_object (text, "62", words->str);
}

char *
sheaf_vietqr_to_text (const SheafVietqr *qr,
                      GError           **error)
{
  g_autofree char *reference = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *currency = g_strdup_printf ("%03d", DONG);
  GString         *text;

  if (!check (qr, error) || !clean_text (qr->reference, &reference, error) ||
      !clean_text (qr->purpose, &purpose, error))
    return NULL;
  text = g_string_new (NULL);
  append_object (text, "00", "01");
  append_object (text, "01", qr->amount.units > 0 ? "12" : "11");
  append_beneficiary (text, qr);
  append_object (text, "53", currency);
  if (qr->amount.units > 0)
    {
      amount = g_strdup_printf ("%" G_GINT64_FORMAT, qr->amount.units);
      append_object (text, "54", amount);
    }
  append_object (text, "58", "VN");
  append_words (text, reference, purpose);
  g_string_append (text, "63"
                         "04"); /* the sum covers its own ID and length */
  g_string_append_printf (text, "%04X", sheaf_vietqr_crc (text->str));
  return g_string_free (text, FALSE);
}
