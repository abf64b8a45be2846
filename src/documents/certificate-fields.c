/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the paper's language around what the certificate says. */
#include "documents/certificate-fields.h"

#include "base/country.h"
#include "base/number.h"
#include "base/percent.h"

#include <string.h>

#define DOTS "…………………………"

typedef struct
{
  const SheafCertificateWords *words;
  const SheafCertificate      *paper;
  GArray                      *fields; /* of SheafCertificateField */
} Listing;

static void
field_clear (gpointer data)
{
  g_free (((SheafCertificateField *) data)->text);
}

const char *
sheaf_certificate_or_dots (const char *text)
{
  return text != NULL && *text != '\0' ? text : DOTS;
}

static const char *
say (const Listing *listing,
     const char    *key)
{
  return sheaf_paper_texts_get (listing->words->texts, listing->words->group, key);
}

static const char *
text_of (const Listing       *listing,
         SheafCertificateText text)
{
  return listing->paper->texts[text];
}

/* Takes the text over. */
static void
add_field (const Listing *listing,
           const char    *key,
           char          *text,
           gboolean       bold)
{
  SheafCertificateField field = { say (listing, key), text, bold };

  g_array_append_val (listing->fields, field);
}

static char *
word_amount (const Listing *listing,
             SheafMoney     amount,
             GError       **error)
{
  g_autofree char *figures = sheaf_paper_texts_money (listing->words->texts, amount,
                                                      listing->words->language);
  g_autofree char *words = sheaf_words_amount (listing->words->amounts, amount, error);

  return words == NULL ? NULL
                       : sheaf_paper_texts_fill (listing->words->texts, listing->words->group,
                                                 "amount", "amount", figures, "words", words, NULL);
}

/* The holder's country in the paper's language; who names none is at home. */
static char *
word_country (const Listing *listing,
              const char    *country)
{
  if (country == NULL || *country == '\0' || sheaf_country_is (country, "VN"))
    return g_strdup (say (listing, "home"));
  return sheaf_country_name (country, listing->words->language);
}

static char *
word_percent (const Listing *listing)
{
  gint64           percent = sheaf_certificate_percent (listing->paper);
  g_autofree char *number = sheaf_number_format (percent, 2, listing->words->language);
  g_autofree char *sign = sheaf_percent_sign (number, listing->words->language);

  return sheaf_paper_texts_fill (listing->words->texts, listing->words->group, "percent-of",
                                 "percent", sign, NULL);
}

static void
list_holder (const Listing *listing)
{
  const char *represents = text_of (listing, SHEAF_CERTIFICATE_REPRESENTS);
  gboolean    is_body = represents != NULL && *represents != '\0';
  gboolean    is_household = g_strcmp0 (represents, "household") == 0;
  const char *representative = text_of (listing, SHEAF_CERTIFICATE_REPRESENTATIVE);

  add_field (listing,
             is_household ? "household"
             : is_body    ? "organisation"
                          : "person",
             g_strdup (sheaf_certificate_or_dots (text_of (listing, SHEAF_CERTIFICATE_NAME))),
             TRUE);
  add_field (listing, is_body && !is_household ? "paper-number" : "id-number",
             g_strdup (sheaf_certificate_or_dots (text_of (listing, SHEAF_CERTIFICATE_ID_NUMBER))),
             FALSE);
  if (!is_body)
    add_field (listing, "nationality",
               word_country (listing, text_of (listing, SHEAF_CERTIFICATE_NATIONALITY)), FALSE);
  add_field (listing, "address",
             g_strdup (sheaf_certificate_or_dots (text_of (listing, SHEAF_CERTIFICATE_ADDRESS))),
             FALSE);
  if (representative != NULL && *representative != '\0')
    add_field (listing, "representative", g_strdup (representative), FALSE);
}

static gboolean
list_contribution (const Listing *listing,
                   GError       **error)
{
  const char      *asset = text_of (listing, SHEAF_CERTIFICATE_ASSET);
  g_autofree char *day = sheaf_date_format (listing->paper->until, listing->words->language);
  char            *amount = word_amount (listing, listing->paper->amount, error);

  if (amount == NULL)
    return FALSE;
  add_field (listing, "contribution", amount, TRUE);
  add_field (listing, "percent", word_percent (listing), TRUE);
  if (sheaf_date_is_none (listing->paper->until))
    return TRUE;
  if (asset != NULL && *asset != '\0')
    add_field (listing, "right", g_strdup (asset), FALSE);
  add_field (listing, "until",
             sheaf_paper_texts_fill (listing->words->texts, listing->words->group, "until-day",
                                     "day", day, NULL),
             FALSE);
  return TRUE;
}

static gboolean
list_coop (const Listing *listing,
           GError       **error)
{
  char *charter = word_amount (listing, listing->paper->charter, error);

  if (charter == NULL)
    return FALSE;
  add_field (listing, "coop",
             g_strdup (sheaf_certificate_or_dots (text_of (listing, SHEAF_CERTIFICATE_COOP))),
             TRUE);
  add_field (listing, "coop-code",
             g_strdup (sheaf_certificate_or_dots (text_of (listing, SHEAF_CERTIFICATE_COOP_CODE))),
             FALSE);
  add_field (
      listing, "coop-address",
      g_strdup (sheaf_certificate_or_dots (text_of (listing, SHEAF_CERTIFICATE_COOP_ADDRESS))),
      FALSE);
  add_field (listing, "charter", charter, FALSE);
  return TRUE;
}

GArray *
sheaf_certificate_fields (const SheafCertificateWords *words,
                          const SheafCertificate      *paper,
                          guint                       *ret_coop,
                          GError                     **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (SheafCertificateField));
  const Listing listing = { words, paper, fields };

  g_array_set_clear_func (fields, field_clear);
  if (!list_coop (&listing, error))
    return NULL;
  *ret_coop = fields->len;
  list_holder (&listing);
  return list_contribution (&listing, error) ? g_steal_pointer (&fields) : NULL;
}
