/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a case and a person's answers to a voucher. */
#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/guide-private.h"

#include <string.h>

typedef struct
{
  SheafBook               *book;
  const SheafChart        *chart;
  const SheafGuideAnswers *answers;
  const char              *language;
  SheafProblems           *problems;
  SheafVoucher            *voucher;
  const SheafAccount     **accounts; /* one a line; NULL: not chosen, or the line is left out */
  gint64                  *left;     /* of each line's amount, not yet in a row */
  GArray                  *pairs;    /* of SheafGuidePair: the lines behind each row */
} Filling;

static const SheafGuideLine *
line_at (const Filling *filling,
         guint          place)
{
  return filling->answers->entry->lines->pdata[place];
}

#define refuse(filling, column, ...) \
  sheaf_problems_add ((filling)->problems, SHEAF_PROBLEM_ERROR, NULL, 0, column, __VA_ARGS__)

static void
refuse_line (Filling    *filling,
             guint       place,
             const char *text)
{
  g_autofree char *column = g_strdup_printf ("line %u", place + 1);

  refuse (filling, column, "%s", text);
}

static void
check_amount (Filling                *filling,
              const SheafGuideAmount *amount,
              SheafMoney              given,
              SheafMoney              stands)
{
  const char *name = sheaf_guide_text (amount->name, filling->language);

  if (amount->asked && (given.units < 0 || given.units > SHEAF_MONEY_MAX))
    refuse (filling, amount->role,
            _ ("the amount “%s” is out of reach: enter one above 0 with at most 18 digits"), name);
  else if (amount->asked && !amount->optional && given.units == 0)
    refuse (filling, amount->role, _ ("the amount “%s” is missing: enter it"), name);
  else if (stands.units < 0)
    refuse (filling, amount->role,
            _ ("“%s” would lie below 0: check the amounts, or choose another case"), name);
  else if (stands.units > SHEAF_MONEY_MAX)
    refuse (filling, amount->role, _ ("“%s” would have more than 18 digits: check the amounts"),
            name);
}

/* What each line has to bring into rows. */
static void
take_amounts (Filling *filling)
{
  const SheafGuideCase  *item = filling->answers->entry;
  g_autofree SheafMoney *amounts = sheaf_guide_amounts (filling->answers);

  for (guint i = 0; i < item->amounts->len; i++)
    check_amount (filling, item->amounts->pdata[i], filling->answers->amounts[i], amounts[i]);
  for (guint l = 0; l < item->lines->len; l++)
    filling->left[l] = MAX (0, amounts[line_at (filling, l)->amount].units);
}

/* TRUE when the account is one of those that the law names for the line, or a detail of one. */
static gboolean
is_named (const Filling      *filling,
          const SheafAccount *account,
          guint               place)
{
  const SheafGuideLine *line = line_at (filling, place);

  for (guint i = 0; line->accounts[i] != NULL; i++)
    {
      const SheafAccount *named = sheaf_chart_by_code (filling->chart, line->accounts[i]);

      if (named != NULL && sheaf_chart_is_under (filling->chart, account, named))
        return TRUE;
    }
  return FALSE;
}

/* The codes that can be chosen for a line. */
static char *
list_codes (const Filling *filling,
            guint          place)
{
  g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (filling->book, filling->answers, place);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : ", ",
                            ((const SheafAccount *) accounts->pdata[i])->code);
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static void
take_account (Filling *filling,
              guint    place)
{
  const SheafAccount *account = sheaf_guide_account (filling->book, filling->answers, place);
  g_autofree char    *codes = list_codes (filling, place);
  g_autofree char    *text = NULL;

  if (account == NULL)
    text = g_strdup_printf (_ ("the account is open: choose one of %s"), codes);
  else if (!is_named (filling, account, place))
    text = g_strdup_printf (_ ("account %s is not meant here: choose one of %s"), account->code,
                            codes);
  else if (!account->postable)
    text = g_strdup_printf (_ ("%s is a group: choose one of its details"), account->code);
  else
    filling->accounts[place] = account;
  if (text != NULL)
    refuse_line (filling, place, text);
}

/* TRUE when an account of the case cannot do without a party: then what is said for all is meant
 * for it, and not for accounts that merely may have one (the tax beside a sale). */
static gboolean
somebody_asks (const Filling *filling)
{
  for (guint l = 0; l < filling->answers->entry->lines->len; l++)
    if (filling->accounts[l] != NULL && filling->accounts[l]->needs > SHEAF_NEEDS_OPTIONAL)
      return TRUE;
  return FALSE;
}

/* TRUE when the line takes the party and the item that are said for the whole case. */
static gboolean
takes_common (const Filling *filling,
              guint          place)
{
  SheafNeeds needs = filling->accounts[place]->needs;

  return needs > SHEAF_NEEDS_OPTIONAL ||
         (needs == SHEAF_NEEDS_OPTIONAL && !somebody_asks (filling));
}

/* Whom the side concerns, where the account asks for it or keeps it. */
static gint64
party_of (const Filling *filling,
          guint          place)
{
  const SheafGuideAnswers *answers = filling->answers;
  gboolean                 debit = line_at (filling, place)->debit;
  gint64                   by_side = debit ? answers->debit_party_id : answers->credit_party_id;

  if (answers->lines[place].party_id != 0)
    return answers->lines[place].party_id;
  if (filling->accounts[place]->needs != SHEAF_NEEDS_NOTHING && by_side != 0)
    return by_side;
  return takes_common (filling, place) ? answers->party_id : 0;
}

static gint64
item_of (const Filling *filling,
         guint          place)
{
  if (filling->answers->lines[place].item_id != 0)
    return filling->answers->lines[place].item_id;
  return takes_common (filling, place) ? filling->answers->item_id : 0;
}

static void
check_details (Filling *filling,
               guint    place)
{
  const SheafAccount *account = filling->accounts[place];
  gint64              party = party_of (filling, place), item = item_of (filling, place);
  g_autofree char    *text = NULL;

  if ((account->needs == SHEAF_NEEDS_PARTY || account->needs == SHEAF_NEEDS_BOTH) && party == 0)
    text = g_strdup_printf (_ ("account %s needs a party: name whom it concerns"), account->code);
  else if ((account->needs == SHEAF_NEEDS_ITEM || account->needs == SHEAF_NEEDS_BOTH) && item == 0)
    text = g_strdup_printf (_ ("account %s needs an item: name the contract, advance or source"),
                            account->code);
  else if (account->needs == SHEAF_NEEDS_EITHER && party == 0 && item == 0)
    text = g_strdup_printf (_ ("account %s needs a party or an item: name one"), account->code);
  if (text != NULL)
    refuse_line (filling, place, text);
}

/* A row of an account that leaves its side open takes the side that the person or the law names. */
static SheafScope
scope_of_row (const Filling      *filling,
              const SheafAccount *debit,
              const SheafAccount *credit)
{
  SheafScope said = filling->answers->scope;
  gboolean   named = (debit != NULL && debit->scope == SHEAF_ACCOUNT_SCOPE_NAMED) ||
                   (credit != NULL && credit->scope == SHEAF_ACCOUNT_SCOPE_NAMED);
  gboolean shared = (debit != NULL && debit->scope == SHEAF_ACCOUNT_SCOPE_SHARED) ||
                    (credit != NULL && credit->scope == SHEAF_ACCOUNT_SCOPE_SHARED);

  if (named && said == SHEAF_SCOPE_NONE)
    said = filling->answers->entry->scope;
  return named || shared ? said : SHEAF_SCOPE_NONE;
}

/* The row between two lines; G_MAXUINT stands for no line. */
static void
add_row (Filling *filling,
         guint    debit,
         guint    credit,
         gint64   amount)
{
  const SheafAccount *from = credit == G_MAXUINT ? NULL : filling->accounts[credit];
  const SheafAccount *to = debit == G_MAXUINT ? NULL : filling->accounts[debit];
  SheafGuidePair      pair = { debit, credit };
  SheafVoucherRow    *row;

  g_array_append_val (filling->pairs, pair);
  row = sheaf_voucher_add_row (filling->voucher, to == NULL ? 0 : to->id,
                               from == NULL ? 0 : from->id, SHEAF_MONEY (amount));
  row->scope = scope_of_row (filling, to, from);
  if (to != NULL)
    {
      row->debit_party_id = party_of (filling, debit);
      row->debit_item_id = item_of (filling, debit);
    }
  if (from != NULL)
    {
      row->credit_party_id = party_of (filling, credit);
      row->credit_item_id = item_of (filling, credit);
    }
}

static void
add_pair (Filling              *filling,
          const SheafGuidePair *pair)
{
  const SheafAccount *debit = filling->accounts[pair->debit];
  const SheafAccount *credit = filling->accounts[pair->credit];
  gint64              amount = MIN (filling->left[pair->debit], filling->left[pair->credit]);
  g_autofree char    *text = NULL;

  if (amount == 0)
    return;
  filling->left[pair->debit] -= amount;
  filling->left[pair->credit] -= amount;
  if (debit == NULL || credit == NULL)
    return; /* told already */
  if (debit == credit && party_of (filling, pair->debit) == party_of (filling, pair->credit) &&
      item_of (filling, pair->debit) == item_of (filling, pair->credit))
    {
      text = g_strdup_printf (_ ("lines %u and %u both take account %s: choose another one, or "
                                 "name different items"),
                              pair->debit + 1, pair->credit + 1, debit->code);
      refuse_line (filling, pair->credit, text);
    }
  add_row (filling, pair->debit, pair->credit, amount);
}

/* Rows between two accounts in the order of the data, then off-balance lines, which stand alone. */
static void
add_rows (Filling *filling)
{
  const SheafGuideEntry *entry = (const SheafGuideEntry *) filling->answers->entry;
  const GPtrArray       *lines = filling->answers->entry->lines;

  for (guint p = 0; p < entry->pairs->len; p++)
    add_pair (filling, &g_array_index (entry->pairs, SheafGuidePair, p));
  for (guint l = 0; l < lines->len; l++)
    {
      const SheafGuideLine *line = lines->pdata[l];

      if (!line->single_sided && filling->left[l] > 0)
        refuse_line (filling, l, _ ("the amounts do not fit together: check them"));
      else if (filling->left[l] > 0 && filling->accounts[l] != NULL)
        add_row (filling, line->debit ? l : G_MAXUINT, line->debit ? G_MAXUINT : l,
                 filling->left[l]);
    }
}

static void
fill_rows (Filling *filling)
{
  const SheafGuideCase *item = filling->answers->entry;
  gboolean              any = FALSE;

  take_amounts (filling);
  for (guint l = 0; l < item->lines->len; l++)
    if (filling->left[l] > 0)
      {
        any = TRUE;
        take_account (filling, l);
      }
  for (guint l = 0; l < item->lines->len; l++)
    if (filling->accounts[l] != NULL)
      check_details (filling, l);
  if (!any && filling->problems->errors == 0)
    refuse (filling, "amount", _ ("no amount is given: enter at least one"));
  add_rows (filling);
  sheaf_guide_fill_currency (filling->chart, filling->answers, filling->voucher, filling->pairs,
                             filling->problems);
}

SheafVoucher *
sheaf_guide_fill (SheafBook               *book,
                  const SheafGuideAnswers *answers,
                  const char              *language,
                  SheafProblems           *problems,
                  GError                 **error)
{
  const SheafGuideCase           *item = answers->entry;
  const char                     *withheld = sheaf_guide_text (&item->withheld, language);
  const char                     *title = sheaf_guide_text (&item->title, language);
  g_autofree const SheafAccount **accounts = NULL;
  g_autofree gint64              *left = NULL;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SheafGuidePair));
  Filling filling = { .book = book, .problems = problems };

  filling.answers = answers;
  filling.language = language;
  filling.chart = sheaf_chart_get (book, error);
  if (filling.chart == NULL)
    return NULL;
  if (*withheld != '\0')
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                   _ ("the case %s is not filled by hand: %s"), item->id, withheld);
      return NULL;
    }
  accounts = g_new0 (const SheafAccount *, item->lines->len);
  filling.accounts = accounts;
  filling.pairs = pairs;
  left = g_new0 (gint64, item->lines->len);
  filling.left = left;
  if (answers->description != NULL && *answers->description != '\0')
    title = answers->description;
  filling.voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, answers->date, title);
  fill_rows (&filling);
  filling.voucher->kind = answers->kind != 0
                              ? answers->kind
                              : sheaf_guide_guess_kind (filling.chart, filling.voucher);
  return filling.voucher;
}
