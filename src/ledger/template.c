/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates are a key file: a section an event; "row1=DEBIT | CREDIT | AMOUNT | DEBIT_PARTY |
 * CREDIT_PARTY". */
#include "ledger/template.h"

#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart.h"
#include "ledger/error.h"
#include "ledger/party.h"

#include <string.h>

#define TEMPLATES_KEY "ledger-templates"

static GKeyFile *
load_templates (SheafBook *book,
                GError   **error)
{
  GKeyFile        *file = sheaf_book_attached (book, TEMPLATES_KEY);
  g_autofree char *chart = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (file != NULL)
    return file;
  chart = sheaf_setting_find (book, "chart");
  name = g_strdup_printf ("postings/%s.ini", chart);
  text = sheaf_data_load (book, name, error);
  if (text == NULL)
    return NULL;
  file = g_key_file_new ();
  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (file);
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                   _ ("the data file %s cannot be understood: install the program again"), name);
      return NULL;
    }
  sheaf_book_attach (book, TEMPLATES_KEY, file, (GDestroyNotify) g_key_file_unref);
  return file;
}

static gboolean
fail (const char *event,
      const char *word,
      GError    **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               _ ("the posting template “%s” lacks or misnames “%s”: mend the posting data"), event,
               word);
  return FALSE;
}

static gboolean
find_account (const SheafChart        *chart,
              const SheafPostingFacts *facts,
              const char              *word,
              gint64                  *ret_id,
              GError                 **error)
{
  const SheafAccount *account;

  *ret_id = 0;
  if (strcmp (word, "account") == 0)
    *ret_id = facts->account_id;
  else if (strcmp (word, "stock") == 0)
    *ret_id = facts->stock_account_id;
  else if (strcmp (word, "revenue") == 0)
    *ret_id = facts->revenue_account_id;
  else if (strcmp (word, "cost") == 0)
    *ret_id = facts->cost_account_id;
  else if (g_str_has_prefix (word, "role:"))
    {
      account = sheaf_chart_posting_account (chart, word + strlen ("role:"), error);
      if (account == NULL)
        return FALSE;
      *ret_id = account->id;
    }
  return *ret_id != 0 || fail (facts->event, word, error);
}

static gboolean
find_amount (const SheafPostingFacts *facts,
             const char              *word,
             SheafMoney              *ret_amount)
{
  const struct
  {
    const char *word;
    SheafMoney  amount;
  } amounts[] = {
    { "amount", facts->amount },
    { "vat", facts->vat },
    { "cost", facts->cost },
    { "tax", facts->tax },
    { "insurance", facts->insurance },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (strcmp (amounts[i].word, word) == 0)
      {
        *ret_amount = amounts[i].amount;
        return TRUE;
      }
  return FALSE;
}

static gint64
find_party (const SheafPostingFacts *facts,
            const char              *word)
{
  if (strcmp (word, "party") == 0)
    return facts->party_id;
  return strcmp (word, "to-party") == 0 ? facts->to_party_id : 0;
}

static gboolean
add_row (const SheafChart        *chart,
         SheafVoucher            *voucher,
         const SheafPostingFacts *facts,
         const char              *text,
         GError                 **error)
{
  g_auto (GStrv) words = g_strsplit (text, "|", 0);
  SheafMoney       amount;
  gint64           debit, credit;
  SheafVoucherRow *row;

  for (gsize i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);
  if (g_strv_length (words) != 5 || !find_amount (facts, words[2], &amount))
    return fail (facts->event, text, error);
  if (amount.units == 0)
    return TRUE;
  if (!find_account (chart, facts, words[0], &debit, error) ||
      !find_account (chart, facts, words[1], &credit, error))
    return FALSE;
  row = sheaf_voucher_add_row (voucher, debit, credit, amount);
  row->debit_party_id = find_party (facts, words[3]);
  row->credit_party_id = find_party (facts, words[4]);
  row->scope = SHEAF_SCOPE_NONE;
  row->product = g_strdup (facts->product);
  row->quantity = facts->quantity;
  row->line = facts->line;
  return TRUE;
}

/* The template's own text with {party}, {to-party} and {product} replaced by their names. */
static char *
fill_description (SheafBook               *book,
                  const SheafPostingFacts *facts,
                  const char              *text)
{
  g_autoptr (GString) filled = g_string_new (text);
  g_autoptr (SheafParty) party = NULL;
  g_autoptr (SheafParty) to_party = NULL;

  if (strchr (text, '{') == NULL)
    return g_string_free (g_steal_pointer (&filled), FALSE);
  party = facts->party_id == 0 ? NULL : sheaf_party_load (book, facts->party_id, NULL);
  to_party = facts->to_party_id == 0 ? NULL : sheaf_party_load (book, facts->to_party_id, NULL);
  g_string_replace (filled, "{to-party}", to_party == NULL ? "" : to_party->name, 0);
  g_string_replace (filled, "{party}", party == NULL ? "" : party->name, 0);
  g_string_replace (filled, "{product}",
                    facts->product_name != NULL ? facts->product_name
                    : facts->product != NULL    ? facts->product
                                                : "",
                    0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

SheafVoucher *
sheaf_template_fill (SheafBook               *book,
                     const SheafPostingFacts *facts,
                     GError                 **error)
{
  GKeyFile         *file = load_templates (book, error);
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autofree char  *kind_word = NULL;
  g_autofree char  *description = NULL;
  g_autofree char  *filled = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  SheafVoucherKind kind;

  if (file == NULL || chart == NULL)
    return NULL;
  kind_word = g_key_file_get_string (file, facts->event, "kind", NULL);
  description = g_key_file_get_string (file, facts->event, "description", NULL);
  if (kind_word == NULL || !sheaf_voucher_kind_from_word (kind_word, &kind))
    {
      (void) fail (facts->event, "kind", error);
      return NULL;
    }
  filled = facts->description != NULL && *facts->description != '\0'
               ? g_strdup (facts->description)
               : fill_description (book, facts, description == NULL ? "" : description);
  voucher = sheaf_voucher_new (kind, facts->date, filled);
  voucher->line = facts->line;
  for (guint i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("row%u", i);
      g_autofree char *text = g_key_file_get_string (file, facts->event, key, NULL);

      if (text == NULL)
        break;
      if (!add_row (chart, voucher, facts, text, error))
        return NULL;
    }
  return g_steal_pointer (&voucher);
}
