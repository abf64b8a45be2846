/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table says what each cell is called, what kind of widget it is and how wide. */
#include "app/ledger/entry-cell.h"

#include "app/format.h"
#include "app/ledger/voucher-words.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"
#include "base/text.h"

#include <string.h>

#define DECIMALS 6

typedef enum
{
  KIND_TEXT,
  KIND_ACCOUNT,
  KIND_PARTY,
  KIND_ITEM,
  KIND_AMOUNT,
  KIND_DAY,
  KIND_SCOPE,
  KIND_CURRENCY,
  KIND_DECIMAL,
} Kind;

static const struct
{
  const char *title;
  Kind        kind;
  int         width_chars;
} cells[SHEAF_DRAFT_CELLS] = {
  [SHEAF_DRAFT_DESCRIPTION] = { N_ ("Text"), KIND_TEXT, 14 },
  [SHEAF_DRAFT_DEBIT] = { N_ ("Debit"), KIND_ACCOUNT, 7 },
  [SHEAF_DRAFT_CREDIT] = { N_ ("Credit"), KIND_ACCOUNT, 7 },
  [SHEAF_DRAFT_AMOUNT] = { N_ ("Amount (₫)"), KIND_AMOUNT, 13 },
  [SHEAF_DRAFT_DEBIT_PARTY] = { N_ ("Debit party"), KIND_PARTY, 9 },
  [SHEAF_DRAFT_CREDIT_PARTY] = { N_ ("Credit party"), KIND_PARTY, 9 },
  [SHEAF_DRAFT_DEBIT_ITEM] = { N_ ("Debit item"), KIND_ITEM, 9 },
  [SHEAF_DRAFT_CREDIT_ITEM] = { N_ ("Credit item"), KIND_ITEM, 9 },
  [SHEAF_DRAFT_SCOPE] = { N_ ("Scope"), KIND_SCOPE, 0 },
  [SHEAF_DRAFT_SCOPE_REASON] = { N_ ("Reason for the scope"), KIND_TEXT, 30 },
  [SHEAF_DRAFT_DUE] = { N_ ("Due day"), KIND_DAY, 10 },
  [SHEAF_DRAFT_MEMO] = { N_ ("Memo"), KIND_TEXT, 18 },
  [SHEAF_DRAFT_DOCUMENT] = { N_ ("Document"), KIND_TEXT, 10 },
  [SHEAF_DRAFT_DOCUMENT_DATE] = { N_ ("Its day"), KIND_DAY, 10 },
  [SHEAF_DRAFT_PRODUCT] = { N_ ("Product"), KIND_TEXT, 9 },
  [SHEAF_DRAFT_QUANTITY] = { N_ ("Quantity"), KIND_DECIMAL, 8 },
  [SHEAF_DRAFT_SEASON] = { N_ ("Season"), KIND_TEXT, 7 },
  [SHEAF_DRAFT_PLAN] = { N_ ("Plan"), KIND_TEXT, 7 },
  [SHEAF_DRAFT_CURRENCY] = { N_ ("Currency"), KIND_CURRENCY, 5 },
  [SHEAF_DRAFT_DEBIT_FOREIGN] = { N_ ("Debit amount in it"), KIND_DECIMAL, 10 },
  [SHEAF_DRAFT_CREDIT_FOREIGN] = { N_ ("Credit amount in it"), KIND_DECIMAL, 10 },
  [SHEAF_DRAFT_RATE] = { N_ ("Exchange rate"), KIND_DECIMAL, 9 },
};

static GtkWidget *
make_scope_cell (void)
{
  const char *const words[] = { _ ("by rule"), sheaf_voucher_words_scope (SHEAF_SCOPE_INTERNAL),
                                sheaf_voucher_words_scope (SHEAF_SCOPE_EXTERNAL), NULL };

  return gtk_drop_down_new_from_strings (words);
}

static GtkWidget *
make_item_cell (SheafChoices *items)
{
  GtkWidget *cell = sheaf_code_picker_new (items, N_ ("There is no item “%s”."));

  sheaf_code_picker_set_takes_new (SHEAF_CODE_PICKER (cell), TRUE);
  return cell;
}

static GtkWidget *
make_party_cell (SheafChoices *parties)
{
  GtkWidget *cell = sheaf_code_picker_new (
      parties, N_ ("There is no party “%s”: type part of the name to find it."));

  sheaf_code_picker_set_takes_item (SHEAF_CODE_PICKER (cell), TRUE);
  return cell;
}

static GtkWidget *
make_day_cell (void)
{
  GtkWidget *cell = sheaf_date_entry_new ();

  sheaf_date_entry_set_optional (SHEAF_DATE_ENTRY (cell), TRUE);
  return cell;
}

static GtkWidget *
make_widget (SheafDraftCell           which,
             const SheafEntryChoices *choices)
{
  switch (cells[which].kind)
    {
    case KIND_ACCOUNT:
      return sheaf_code_picker_new (
          choices->accounts,
          N_ ("There is no account “%s”: type part of its name to find it."));
    case KIND_PARTY:
      return make_party_cell (choices->parties);
    case KIND_ITEM:
      return make_item_cell (choices->items);
    case KIND_AMOUNT:
      return sheaf_amount_entry_new ();
    case KIND_DAY:
      return make_day_cell ();
    case KIND_SCOPE:
      return make_scope_cell ();
    case KIND_TEXT:
    case KIND_CURRENCY:
    case KIND_DECIMAL:
    default:
      return gtk_entry_new ();
    }
}

GtkWidget *
sheaf_entry_cell_new (SheafDraftCell           which,
                      const SheafEntryChoices *choices,
                      gboolean                 editable)
{
  GtkWidget *cell = make_widget (which, choices);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sheaf_entry_cell_title (which), -1);
  if (cells[which].kind == KIND_SCOPE)
    {
      gtk_widget_set_sensitive (cell, editable);
      return cell;
    }
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), cells[which].width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), cells[which].width_chars);
  gtk_editable_set_editable (GTK_EDITABLE (cell), editable);
  gtk_widget_set_hexpand (cell, which == SHEAF_DRAFT_DESCRIPTION || which == SHEAF_DRAFT_MEMO ||
                                    which == SHEAF_DRAFT_SCOPE_REASON);
  if (cells[which].kind == KIND_DECIMAL)
    {
      gtk_editable_set_alignment (GTK_EDITABLE (cell), 1.0f);
      gtk_widget_add_css_class (cell, "numeric");
    }
  return cell;
}

void
sheaf_entry_cell_set_choices (GtkWidget               *cell,
                              SheafDraftCell           which,
                              const SheafEntryChoices *choices)
{
  if (cells[which].kind == KIND_ACCOUNT)
    sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (cell), choices->accounts);
  else if (cells[which].kind == KIND_PARTY)
    sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (cell), choices->parties);
  else if (cells[which].kind == KIND_ITEM)
    sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (cell), choices->items);
}

const char *
sheaf_entry_cell_title (SheafDraftCell which)
{
  g_return_val_if_fail (which < SHEAF_DRAFT_CELLS, "");

  return _ (cells[which].title);
}

/* Which sign parts the fraction: the one that stands last when both do; alone, the language's own,
 * and the other where no group of three follows it. */
static char
find_sign (const char *text)
{
  gboolean    english = g_strcmp0 (sheaf_language_current (), "en") == 0;
  const char  own = (char) (english ? '.' : ',');
  const char  other = (char) (english ? ',' : '.');
  const char *last_own = strrchr (text, own);
  const char *last_other = strrchr (text, other);

  if (last_own != NULL && last_other != NULL)
    return (char) (last_own > last_other ? own : other);
  if (last_other != NULL && (strlen (last_other + 1) != 3 || strchr (text, other) == text))
    return other;
  return own;
}

gboolean
sheaf_entry_cell_parse_decimal (const char *text,
                                gint64     *ret_millionths)
{
  char sign = find_sign (text);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == sign)
        g_string_append_c (plain, '.');
      else if (g_ascii_isdigit (*at))
        g_string_append_c (plain, *at);
      else if (*at != '.' && *at != ',' && !g_unichar_isspace (g_utf8_get_char (at)))
        return FALSE;
    }
  return sheaf_number_parse (plain->str, DECIMALS, ret_millionths, NULL);
}

/* No more decimals than it has. */
static char *
format_decimal (gint64 millionths)
{
  guint decimals = DECIMALS;

  while (decimals > 0 && millionths % 10 == 0)
    {
      millionths /= 10;
      decimals--;
    }
  return sheaf_number_format (millionths, decimals, sheaf_language_current ());
}

static void
show_amount (GtkWidget  *cell,
             const char *text)
{
  char  *end = NULL;
  gint64 units = g_ascii_strtoll (text, &end, 10);

  if (*text != '\0' && *end == '\0')
    sheaf_amount_entry_set (SHEAF_AMOUNT_ENTRY (cell), SHEAF_MONEY (units));
  else
    gtk_editable_set_text (GTK_EDITABLE (cell), text);
}

static void
show_day (GtkWidget  *cell,
          const char *text)
{
  SheafDate date;

  if (sheaf_date_parse (text, &date, NULL))
    sheaf_date_entry_set (SHEAF_DATE_ENTRY (cell), date);
  else
    gtk_editable_set_text (GTK_EDITABLE (cell), text);
}

static void
show_decimal (GtkWidget  *cell,
              const char *text)
{
  gboolean         negative = *text == '-';
  gint64           value;
  g_autofree char *shown = NULL;

  if (sheaf_number_parse (text + (negative ? 1 : 0), DECIMALS, &value, NULL))
    shown = format_decimal (negative ? -value : value);
  gtk_editable_set_text (GTK_EDITABLE (cell), shown != NULL ? shown : text);
}

void
sheaf_entry_cell_show (GtkWidget     *cell,
                       SheafDraftCell which,
                       const char    *text)
{
  SheafScope scope;

  switch (cells[which].kind)
    {
    case KIND_SCOPE:
      if (!sheaf_scope_from_word (text, &scope))
        scope = SHEAF_SCOPE_NONE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (cell), scope);
      return;
    case KIND_AMOUNT:
      show_amount (cell, text);
      return;
    case KIND_DAY:
      show_day (cell, text);
      return;
    case KIND_DECIMAL:
      show_decimal (cell, text);
      return;
    case KIND_ACCOUNT:
    case KIND_PARTY:
    case KIND_ITEM:
      sheaf_code_picker_set (SHEAF_CODE_PICKER (cell), text);
      return;
    case KIND_TEXT:
    case KIND_CURRENCY:
    default:
      gtk_editable_set_text (GTK_EDITABLE (cell), text);
      return;
    }
}

static char *
write_amount (GtkWidget *cell)
{
  SheafMoney amount;

  return sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (cell), &amount, NULL)
             ? g_strdup_printf ("%" G_GINT64_FORMAT, amount.units)
             : NULL;
}

static char *
write_day (GtkWidget *cell)
{
  SheafDate date;

  return sheaf_date_entry_get (SHEAF_DATE_ENTRY (cell), &date, NULL) && !sheaf_date_is_none (date)
             ? sheaf_date_to_text (date)
             : NULL;
}

/* Lower and upper case are one where codes are looked for. */
static char *
write_code (GtkWidget *cell)
{
  const char *code;

  return sheaf_code_picker_get (SHEAF_CODE_PICKER (cell), &code, NULL) ? g_strdup (code) : NULL;
}

char *
sheaf_entry_cell_write (GtkWidget     *cell,
                        SheafDraftCell which)
{
  g_autofree char *typed = NULL;
  char            *text = NULL;
  gint64           value;

  if (cells[which].kind == KIND_SCOPE)
    return g_strdup (
        sheaf_scope_to_word ((SheafScope) gtk_drop_down_get_selected (GTK_DROP_DOWN (cell))));
  typed = sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (cell)), -1);
  if (*typed == '\0')
    return g_steal_pointer (&typed);
  if (cells[which].kind == KIND_AMOUNT)
    text = write_amount (cell);
  else if (cells[which].kind == KIND_DAY)
    text = write_day (cell);
  else if (cells[which].kind == KIND_ACCOUNT || cells[which].kind == KIND_PARTY)
    text = write_code (cell);
  else if (cells[which].kind == KIND_CURRENCY)
    text = g_ascii_strup (typed, -1);
  else if (cells[which].kind == KIND_DECIMAL && sheaf_entry_cell_parse_decimal (typed, &value))
    text = sheaf_number_to_text (value, DECIMALS);
  return text != NULL ? text : g_steal_pointer (&typed);
}

static gboolean
read_cell (GtkWidget     *cell,
           SheafDraftCell which,
           GError       **error)
{
  SheafMoney  amount;
  SheafDate   date;
  const char *code;

  switch (cells[which].kind)
    {
    case KIND_ACCOUNT:
    case KIND_PARTY:
    case KIND_ITEM:
      return sheaf_code_picker_get (SHEAF_CODE_PICKER (cell), &code, error);
    case KIND_AMOUNT:
      return sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (cell), &amount, error);
    case KIND_DAY:
      return sheaf_date_entry_get (SHEAF_DATE_ENTRY (cell), &date, error);
    case KIND_TEXT:
    case KIND_SCOPE:
    case KIND_CURRENCY:
    case KIND_DECIMAL:
    default:
      return TRUE;
    }
}

gboolean
sheaf_entry_cell_check (GtkWidget     *cell,
                        SheafDraftCell which)
{
  g_autoptr (GError) error = NULL;
  gboolean         good = read_cell (cell, which, &error);
  g_autofree char *typed = NULL;
  gint64           value;

  if (cells[which].kind == KIND_DECIMAL)
    {
      typed = sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (cell)), -1);
      good = *typed == '\0' || sheaf_entry_cell_parse_decimal (typed, &value);
    }
  sheaf_entry_mark (cell, good            ? NULL
                          : error != NULL ? error->message
                                          : _ ("This is no number: type digits, and the sign of "
                                               "your language before the fraction."));
  return good;
}

gboolean
sheaf_entry_cell_is_empty (GtkWidget     *cell,
                           SheafDraftCell which)
{
  if (cells[which].kind == KIND_SCOPE)
    return gtk_drop_down_get_selected (GTK_DROP_DOWN (cell)) == SHEAF_SCOPE_NONE;
  return *gtk_editable_get_text (GTK_EDITABLE (cell)) == '\0';
}
