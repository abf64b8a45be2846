/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grids' columns stand here once; what they accept is judged by the import of the kind. */
#include "app/grid/grid-kind.h"

#include "app/amount-text.h"
#include "app/date-text.h"
#include "app/format.h"
#include "app/members/member-words.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "capital/event.h"
#include "members/membership.h"

#include <inttypes.h>
#include <string.h>

static const char *
member_kind_title (const char *word)
{
  SheafMemberKind kind;

  return sheaf_member_kind_from_word (word, &kind) ? sheaf_member_kind_title (kind) : word;
}

static const char *
membership_title (const char *word)
{
  SheafMembershipKind kind;

  return sheaf_membership_kind_from_word (word, &kind) ? sheaf_member_words_event (kind) : word;
}

static const char *
capital_title (const char *word)
{
  SheafCapitalKind kind;

  return sheaf_capital_kind_from_word (word, &kind) ? sheaf_member_words_capital (kind) : word;
}

static const char *
plain_title (const char *word)
{
  static const char *const titles[][2] = {
    { "yes", N_ ("Yes") },
    { "no", N_ ("No") },
    { "household", N_ ("Household") },
    { "organisation", N_ ("Organisation") },
    { "cash", N_ ("Cash") },
    { "bank", N_ ("Bank") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i][0], word) == 0)
      return _ (titles[i][1]);
  return word;
}

static const char *const member_kind_words[] = { "official", "associate-contributing",
                                                 "associate-non-contributing", NULL };
static const char *const membership_words[] = { "join", "kind", "agreement-signed",
                                                "agreement-ended", "leave", "death",
                                                "heir", NULL };
static const char *const capital_words[] = { "commit", "reduce", "pay", "pay-in-kind",
                                             "transfer-out", "refund", "capitalise", NULL };
static const char *const yes_words[] = { "yes", "no", NULL };
static const char *const body_words[] = { "household", "organisation", NULL };
static const char *const form_words[] = { "cash", "bank", NULL };

static const SheafGridChoices member_kinds = { member_kind_words, member_kind_title };
static const SheafGridChoices yes_no = { yes_words, plain_title };
static const SheafGridChoices bodies = { body_words, plain_title };
static const SheafGridChoices memberships = { membership_words, membership_title };
static const SheafGridChoices leavings = { sheaf_leaving_words, sheaf_leaving_title };
static const SheafGridChoices capital_events = { capital_words, capital_title };
static const SheafGridChoices causes = { sheaf_capital_causes, sheaf_capital_cause_title };
static const SheafGridChoices forms = { form_words, plain_title };

static const SheafGridColumn member_columns[] = {
  { "code", N_ ("Code"), SHEAF_GRID_TEXT, 90, TRUE, NULL },
  { "name", N_ ("Name"), SHEAF_GRID_TEXT, 200, TRUE, NULL },
  { "kind", N_ ("Kind"), SHEAF_GRID_CHOICE, 170, TRUE, &member_kinds },
  { "joined", N_ ("Joined"), SHEAF_GRID_DAY, 128, TRUE, NULL },
  { "agreement", N_ ("Agreement"), SHEAF_GRID_CHOICE, 104, FALSE, &yes_no },
  { "id_number", N_ ("Identity number"), SHEAF_GRID_TEXT, 140, FALSE, NULL },
  { "birth", N_ ("Born"), SHEAF_GRID_DAY, 128, FALSE, NULL },
  { "gender", N_ ("Gender"), SHEAF_GRID_TEXT, 80, FALSE, NULL },
  { "hamlet", N_ ("Hamlet"), SHEAF_GRID_TEXT, 130, FALSE, NULL },
  { "team", N_ ("Team"), SHEAF_GRID_TEXT, 110, FALSE, NULL },
  { "address", N_ ("Address"), SHEAF_GRID_TEXT, 220, FALSE, NULL },
  { "phone", N_ ("Telephone"), SHEAF_GRID_TEXT, 120, FALSE, NULL },
  { "bank_bin", N_ ("Bank number (BIN)"), SHEAF_GRID_TEXT, 130, FALSE, NULL },
  { "bank_account", N_ ("Bank account"), SHEAF_GRID_TEXT, 150, FALSE, NULL },
  { "tax_code", N_ ("Tax code"), SHEAF_GRID_TEXT, 120, FALSE, NULL },
  { "nationality", N_ ("Nationality"), SHEAF_GRID_TEXT, 100, FALSE, NULL },
  { "represents", N_ ("Stands for"), SHEAF_GRID_CHOICE, 120, FALSE, &bodies },
  { "representative", N_ ("Representative"), SHEAF_GRID_TEXT, 180, FALSE, NULL },
};

static const SheafGridColumn membership_columns[] = {
  { "date", N_ ("Day"), SHEAF_GRID_DAY, 128, TRUE, NULL },
  { "member", N_ ("Member"), SHEAF_GRID_TEXT, 110, TRUE, NULL },
  { "event", N_ ("Event"), SHEAF_GRID_CHOICE, 170, TRUE, &memberships },
  { "value", N_ ("New kind, or heir"), SHEAF_GRID_CHOICE, 190, FALSE, &member_kinds },
  { "document", N_ ("Document"), SHEAF_GRID_TEXT, 150, FALSE, NULL },
  { "reason", N_ ("Reason for leaving"), SHEAF_GRID_CHOICE, 220, FALSE, &leavings },
  { "until", N_ ("Agreed until"), SHEAF_GRID_DAY, 120, FALSE, NULL },
};

static const SheafGridColumn capital_columns[] = {
  { "date", N_ ("Day"), SHEAF_GRID_DAY, 128, TRUE, NULL },
  { "member", N_ ("Member"), SHEAF_GRID_TEXT, 100, TRUE, NULL },
  { "event", N_ ("Event"), SHEAF_GRID_CHOICE, 160, TRUE, &capital_events },
  { "amount", N_ ("Amount (₫)"), SHEAF_GRID_AMOUNT, 130, TRUE, NULL },
  { "form", N_ ("Cash, bank or account"), SHEAF_GRID_CHOICE, 196, FALSE, &forms },
  { "to_member", N_ ("To member"), SHEAF_GRID_TEXT, 136, FALSE, NULL },
  { "cause", N_ ("Cause"), SHEAF_GRID_CHOICE, 160, FALSE, &causes },
  { "document", N_ ("Document"), SHEAF_GRID_TEXT, 140, FALSE, NULL },
  { "description", N_ ("Description"), SHEAF_GRID_TEXT, 220, FALSE, NULL },
  { "asset", N_ ("What (in kind)"), SHEAF_GRID_TEXT, 160, FALSE, NULL },
  { "quantity", N_ ("Quantity"), SHEAF_GRID_QUANTITY, 90, FALSE, NULL },
  { "unit", N_ ("Unit"), SHEAF_GRID_TEXT, 80, FALSE, NULL },
  { "until", N_ ("Right of use until"), SHEAF_GRID_DAY, 130, FALSE, NULL },
  { "price", N_ ("Price (₫)"), SHEAF_GRID_AMOUNT, 120, FALSE, NULL },
};

static const SheafGridKind kinds[] = {
  { "members", N_ ("Many New Members"),
    N_ ("One member a row. Type, or paste rows from a spreadsheet; a first row of headings finds "
        "its columns."),
    member_columns, G_N_ELEMENTS (member_columns) },
  { "membership", N_ ("Many Events of Membership"),
    N_ ("One event a row: who joins, changes kind, signs, leaves."), membership_columns,
    G_N_ELEMENTS (membership_columns) },
  { "capital", N_ ("Many Capital Events"),
    N_ ("One event a row; each payment writes its voucher. Type, or paste rows from a "
        "spreadsheet."),
    capital_columns, G_N_ELEMENTS (capital_columns) },
};

const SheafGridKind *
sheaf_grid_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

static gboolean
same_words (const char *one,
            const char *other)
{
  g_autofree char *a = sheaf_text_fold (one);
  g_autofree char *b = sheaf_text_fold (other);

  return *a != '\0' && strcmp (a, b) == 0;
}

int
sheaf_grid_kind_find_column (const SheafGridKind *kind,
                             const char          *heading)
{
  for (guint i = 0; i < kind->n_columns; i++)
    if (same_words (heading, _ (kind->columns[i].title)) ||
        same_words (heading, kind->columns[i].title) ||
        same_words (heading, kind->columns[i].name))
      return (int) i;
  return -1;
}

/* By the whole title or word, else by how exactly one of them begins; NULL for none. */
static const char *
find_choice (const SheafGridChoices *choices,
             const char             *text)
{
  g_autofree char *typed = sheaf_text_fold (text);
  const char      *begun = NULL;
  guint            fitting = 0;
  guint64          number;

  if (g_ascii_string_to_unsigned (text, 10, 1, g_strv_length ((char **) choices->words), &number,
                                  NULL))
    return choices->words[number - 1];

  for (const char *const *word = choices->words; *word != NULL; word++)
    {
      g_autofree char *title = sheaf_text_fold (choices->title (*word));

      if (strcmp (typed, title) == 0 || strcmp (text, *word) == 0)
        return *word;
      if (*typed == '\0' ||
          (!g_str_has_prefix (title, typed) && !g_str_has_prefix (*word, typed)))
        continue;
      begun = *word;
      fitting++;
    }
  return fitting == 1 ? begun : NULL;
}

/* A decimal comma becomes a point; anything else is left to the import. */
static char *
quantity_to_file (const char *text)
{
  char *copy = g_strdup (text);
  char *comma = strchr (copy, ',');

  if (comma != NULL && strchr (comma + 1, ',') == NULL && strchr (copy, '.') == NULL)
    *comma = '.';
  return copy;
}

char *
sheaf_grid_cell_to_file (const SheafGridColumn *column,
                         const char            *text,
                         SheafDate              context,
                         SheafDate              today)
{
  const char *word;
  SheafDate   day;
  SheafMoney  amount;

  if (*text == '\0')
    return g_strdup ("");
  switch (column->kind)
    {
    case SHEAF_GRID_DAY:
      return sheaf_date_text_parse (text, context, today, &day, NULL) ? sheaf_date_to_text (day)
                                                                      : g_strdup (text);
    case SHEAF_GRID_AMOUNT:
      return sheaf_amount_text_parse (text, sheaf_language_current (), &amount, NULL)
                 ? g_strdup_printf ("%" PRId64, amount.units)
                 : g_strdup (text);
    case SHEAF_GRID_QUANTITY:
      return quantity_to_file (text);
    case SHEAF_GRID_CHOICE:
      word = find_choice (column->choices, text);
      return g_strdup (word != NULL ? word : text);
    case SHEAF_GRID_TEXT:
    default:
      return g_strdup (text);
    }
}

char *
sheaf_grid_cell_to_people (const SheafGridColumn *column,
                           const char            *text,
                           SheafDate              context,
                           SheafDate              today)
{
  g_autofree char *file = sheaf_grid_cell_to_file (column, text, context, today);
  SheafDate        day;
  SheafMoney       amount;

  if (column->kind == SHEAF_GRID_DAY && sheaf_date_parse (file, &day, NULL))
    /* As it is typed: the cell is read again. */
    return g_strdup_printf ("%02d/%02d/%04d", sheaf_date_day (day), sheaf_date_month (day),
                            sheaf_date_year (day));
  if (column->kind == SHEAF_GRID_AMOUNT &&
      sheaf_amount_text_parse (text, sheaf_language_current (), &amount, NULL))
    return sheaf_format_figure (amount);
  if (column->kind == SHEAF_GRID_CHOICE &&
      g_strv_contains (column->choices->words, file))
    return g_strdup (column->choices->title (file));
  return g_strdup (text);
}

char *
sheaf_grid_column_hint (const SheafGridColumn *column)
{
  GString *hint;

  switch (column->kind)
    {
    case SHEAF_GRID_DAY:
      return g_strdup (_ ("A day: 31/12/2025, 3/4, 5, +1, t for today"));
    case SHEAF_GRID_AMOUNT:
      return g_strdup (_ ("An amount: 1.500.000, 1,5tr, =250*6000"));
    case SHEAF_GRID_CHOICE:
      hint = g_string_new (NULL);
      for (guint i = 0; column->choices->words[i] != NULL; i++)
        g_string_append_printf (hint, "%s%u %s", i > 0 ? " · " : "", i + 1,
                                column->choices->title (column->choices->words[i]));
      return g_string_free (hint, FALSE);
    default:
      return NULL;
    }
}
