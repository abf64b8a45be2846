/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets before they are kept: what the books hold, and what was found. */
#include "ledger/count.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/count-sql.h"
#include "ledger/denomination.h"
#include "ledger/error.h"
#include "ledger/period.h"
#include "store/query.h"

#include <string.h>

#define NOTE_MAX (SHEAF_MONEY_MAX / 1000)
#define NAMES_MAX 5 /* told of those that are missing */

static void
free_line (gpointer data)
{
  SheafCountLine *line = data;

  g_free (line->name);
  g_free (line->note);
  g_free (line);
}

SheafCount *
sheaf_count_new (void)
{
  SheafCount *count = g_new0 (SheafCount, 1);

  count->lines = g_ptr_array_new_with_free_func (free_line);
  return count;
}

void
sheaf_count_free (SheafCount *count)
{
  if (count == NULL)
    return;
  g_free (count->number);
  g_free (count->time);
  g_free (count->people);
  g_free (count->note);
  g_free (count->withdrawn);
  g_ptr_array_unref (count->lines);
  g_free (count);
}

SheafCountLine *
sheaf_count_add_line (SheafCount *count,
                      const char *name)
{
  SheafCountLine *line = g_new0 (SheafCountLine, 1);

  line->name = g_strdup (name);
  g_ptr_array_add (count->lines, line);
  return line;
}

static gboolean
check_account (SheafBook     *book,
               SheafCountKind kind,
               gint64         account_id,
               GError       **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account =
      chart == NULL ? NULL : sheaf_chart_by_id (chart, account_id);
  SheafAccountBook wanted =
      kind == SHEAF_COUNT_CASH ? SHEAF_ACCOUNT_BOOK_CASH : SHEAF_ACCOUNT_BOOK_STOCK;

  if (account != NULL && account->postable && account->book == wanted &&
      account->currency != SHEAF_ACCOUNT_CURRENCY_FOREIGN)
    return TRUE;
  if (chart != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
                 kind == SHEAF_COUNT_CASH
                     ? _ ("account %s keeps no cash in the book's money: name an account of cash")
                     : _ ("account %s keeps no stock, or has details: name an account of stock"),
                 account == NULL ? "?" : account->code);
  return FALSE;
}

/* A line each; for cash all in one, as the books know no notes. */
static gboolean
read_booked (SheafBook  *book,
             SheafCount *count,
             GError    **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), COUNT_BOOKED,
      SHEAF_ARGS (SHEAF_INT (count->account_id), SHEAF_DAY (count->date)), error);
  SheafCountLine *line = NULL;

  if (query == NULL)
    return FALSE;
  if (count->kind == SHEAF_COUNT_CASH)
    line = sheaf_count_add_line (count, "");
  while (sheaf_query_next (query, NULL))
    {
      if (line == NULL || count->kind == SHEAF_COUNT_STOCK)
        line = sheaf_count_add_line (count, sheaf_query_text (query, 0));
      line->booked_amount = sheaf_money_add (line->booked_amount, sheaf_query_money (query, 1));
      if (count->kind == SHEAF_COUNT_STOCK)
        line->booked_quantity = SHEAF_QUANTITY (sheaf_query_int (query, 2));
    }
  return sheaf_query_finish (query, error);
}

/* The notes and coins of the book's money; none where the data know none: then any is taken. */
static void
add_notes (SheafBook  *book,
           SheafCount *count)
{
  g_autoptr (GArray) notes = sheaf_denomination_list (book);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *name = sheaf_money_to_text (g_array_index (notes, SheafMoney, i));

      sheaf_count_add_line (count, name);
    }
}

SheafCount *
sheaf_count_prepare (SheafBook     *book,
                     SheafCountKind kind,
                     gint64         account_id,
                     SheafDate      date,
                     GError       **error)
{
  g_autoptr (SheafCount) count = sheaf_count_new ();

  count->kind = kind;
  count->account_id = account_id;
  count->date = date;
  if (!check_account (book, kind, account_id, error) ||
      !sheaf_period_check_day (book, date, error) || !read_booked (book, count, error))
    return NULL;
  if (kind == SHEAF_COUNT_CASH)
    add_notes (book, count);
  return g_steal_pointer (&count);
}

static SheafCountLine *
find_line (const SheafCount *count,
           const char       *name)
{
  for (guint i = 0; i < count->lines->len; i++)
    if (strcmp (((SheafCountLine *) count->lines->pdata[i])->name, name) == 0)
      return count->lines->pdata[i];
  return NULL;
}

static gboolean
refuse (GError    **error,
        const char *format,
        const char *name)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", name, 1);
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT, text->str);
  return FALSE;
}

/* What a quantity found is worth: notes by their value; of stock all at all that is booked, a part
 * in proportion. */
static gboolean
find_worth (const SheafCount     *count,
            const SheafCountLine *line,
            SheafQuantity         quantity,
            SheafMoney           *ret_amount,
            GError              **error)
{
  gint64   value = 0, booked = line->booked_quantity.thousandths;
  gboolean cash = count->kind == SHEAF_COUNT_CASH;

  if (cash && (!g_ascii_string_to_signed (line->name, 10, 1, NOTE_MAX, &value, NULL) ||
               quantity.thousandths % 1000 != 0))
    return refuse (error, _ ("“%s” is no note or coin, or not counted in whole ones"), line->name);
  if (cash ? sheaf_money_try_mul_div (SHEAF_MONEY (value), quantity.thousandths, 1000,
                                      SHEAF_ROUND_DOWN, ret_amount)
           : booked > 0 && sheaf_money_try_mul_div (line->booked_amount, quantity.thousandths,
                                                    booked, SHEAF_ROUND_HALF_UP, ret_amount))
    return TRUE;
  return refuse (error, _ ("the books hold no quantity of “%s”: say what it is worth"), line->name);
}

gboolean
sheaf_count_fill (SheafCount       *count,
                  const char       *name,
                  SheafQuantity     quantity,
                  const SheafMoney *amount,
                  const char       *note,
                  GError          **error)
{
  SheafCountLine *line = find_line (count, name);
  SheafCountLine  fresh = { .name = (char *) name };
  SheafMoney      worth;

  if (count->kind == SHEAF_COUNT_CASH && *name == '\0')
    return refuse (error, _ ("“%s” is no note or coin, or not counted in whole ones"), name);
  if (line != NULL && line->counted)
    return refuse (error, _ ("“%s” was counted twice: put it on one line"), name);
  if (amount != NULL)
    worth = *amount;
  else if (!find_worth (count, line != NULL ? line : &fresh, quantity, &worth, error))
    return FALSE;
  if (line == NULL)
    line = sheaf_count_add_line (count, name);
  line->counted = TRUE;
  line->counted_quantity = quantity;
  line->counted_amount = worth;
  g_free (line->note);
  line->note = g_strdup (note);
  return TRUE;
}

gboolean
sheaf_count_judge (SheafCount   *count,
                   const char   *name,
                   SheafQuantity poor,
                   SheafQuantity spoilt,
                   GError      **error)
{
  SheafCountLine *line = find_line (count, name);

  if (count->kind != SHEAF_COUNT_STOCK || line == NULL || !line->counted)
    return refuse (error, _ ("the quality of “%s” can be told once its quantity is"), name);
  if (poor.thousandths < 0 || spoilt.thousandths < 0 ||
      poor.thousandths > line->counted_quantity.thousandths - spoilt.thousandths)
    return refuse (error, _ ("more of “%s” is poor or spoilt than was counted"), name);
  line->judged = TRUE;
  line->poor = poor;
  line->spoilt = spoilt;
  return TRUE;
}

SheafQuantity
sheaf_count_line_good (const SheafCountLine *line)
{
  return SHEAF_QUANTITY (line->counted_quantity.thousandths - line->poor.thousandths -
                         line->spoilt.thousandths);
}

static const char *
field (const GPtrArray *fields,
       guint            i)
{
  return i < fields->len ? fields->pdata[i] : "";
}

/* Where the first line names a column; past all when it does not. */
static guint
find_column (const GPtrArray *fields,
             const char      *name)
{
  guint i = 0;

  while (i < fields->len && strcmp (fields->pdata[i], name) != 0)
    i++;
  return i < fields->len ? i : G_MAXUINT;
}

static gboolean
read_quantity (const char    *text,
               SheafQuantity *ret_quantity,
               GError       **error)
{
  *ret_quantity = SHEAF_QUANTITY (0);
  return *text == '\0' || sheaf_quantity_parse (text, ret_quantity, error);
}

/* A line that was printed and not filled in says nothing. */
static gboolean
is_blank (const GPtrArray *fields,
          guint            poor_column,
          guint            spoilt_column)
{
  return *field (fields, 1) == '\0' && *field (fields, 2) == '\0' &&
         *field (fields, poor_column) == '\0' && *field (fields, spoilt_column) == '\0';
}

/* Notes that are not named are not there; of stock it may as well have been forgotten. */
static gboolean
check_all_told (const SheafCount *count,
                GError          **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint missing = 0;

  for (guint i = 0; count->kind == SHEAF_COUNT_STOCK && i < count->lines->len; i++)
    {
      const SheafCountLine *line = count->lines->pdata[i];

      if (line->counted)
        continue;
      if (missing++ < NAMES_MAX)
        g_string_append_printf (names, "%s“%s”", missing > 1 ? ", " : "", line->name);
    }
  if (missing == 0)
    return TRUE;
  if (missing > NAMES_MAX)
    g_string_append (names, ", …");
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
               _ ("the books hold stock of which the file says nothing (%u): %s; write a line for "
                  "each, with the quantity 0 where nothing was found"),
               missing, names->str);
  return FALSE;
}

static gboolean
read_line (SheafCount      *count,
           const GPtrArray *fields,
           guint            poor_column,
           guint            spoilt_column,
           GError         **error)
{
  const char   *name = field (fields, 0);
  const char   *poor_text = field (fields, poor_column);
  const char   *spoilt_text = field (fields, spoilt_column);
  SheafQuantity quantity, poor, spoilt;
  SheafMoney    amount;
  gboolean      priced = *field (fields, 2) != '\0';

  if (!read_quantity (field (fields, 1), &quantity, error) ||
      (priced && !sheaf_money_parse (field (fields, 2), &amount, error)) ||
      !read_quantity (poor_text, &poor, error) || !read_quantity (spoilt_text, &spoilt, error) ||
      !sheaf_count_fill (count, name, quantity, priced ? &amount : NULL, field (fields, 3), error))
    return FALSE;
  return (*poor_text == '\0' && *spoilt_text == '\0') ||
         sheaf_count_judge (count, name, poor, spoilt, error);
}

gboolean
sheaf_count_read (SheafCount *count,
                  const char *path,
                  GError    **error)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, error);
  g_autoptr (GError) cause = NULL;
  const GPtrArray *fields;
  guint            poor, spoilt;

  if (reader == NULL)
    return FALSE;
  fields = sheaf_csv_reader_next (reader, &cause);
  if (cause == NULL &&
      (fields == NULL || fields->len < 2 || strcmp (fields->pdata[0], "name") != 0))
    return refuse (error, _ ("the file begins with the line “%s”"), "name,quantity,amount,note");
  poor = fields == NULL ? 0 : find_column (fields, "poor");
  spoilt = fields == NULL ? 0 : find_column (fields, "spoilt");
  while (cause == NULL && (fields = sheaf_csv_reader_next (reader, &cause)) != NULL)
    if (!is_blank (fields, poor, spoilt) && !read_line (count, fields, poor, spoilt, &cause))
      break;
  if (cause == NULL)
    return check_all_told (count, error);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT, _ ("line %u: %s"),
               sheaf_csv_reader_line (reader), cause->message);
  return FALSE;
}

SheafMoney
sheaf_count_line_difference (const SheafCountLine *line)
{
  return sheaf_money_sub (line->counted_amount, line->booked_amount);
}

SheafMoney
sheaf_count_difference (const SheafCount *count)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < count->lines->len; i++)
    sum = sheaf_money_add (sum, sheaf_count_line_difference (count->lines->pdata[i]));
  return sum;
}

SheafMoney
sheaf_count_booked (const SheafCount *count)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < count->lines->len; i++)
    sum = sheaf_money_add (sum, ((SheafCountLine *) count->lines->pdata[i])->booked_amount);
  return sum;
}

gboolean
sheaf_count_has_difference (const SheafCount *count)
{
  if (count->kind == SHEAF_COUNT_CASH)
    return sheaf_count_difference (count).units != 0;
  for (guint i = 0; i < count->lines->len; i++)
    if (sheaf_count_line_difference (count->lines->pdata[i]).units != 0)
      return TRUE;
  return FALSE;
}
