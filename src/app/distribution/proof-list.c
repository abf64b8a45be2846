/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only presentation: every figure is the proof's own. */
#include "app/distribution/proof-list.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

typedef struct
{
  char      *title;
  gboolean   is_account; /* has balances; a sum has only itself */
  gboolean   is_checked; /* has a difference, which is 0 where it agrees */
  SheafMoney before, change, other, after, difference;
} Line;

static void
free_line (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_free (line);
}

static Line *
add_sum (GPtrArray *lines,
         char      *title,
         SheafMoney sum)
{
  Line *line = g_new0 (Line, 1);

  line->title = title;
  line->after = sum;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_checked (GPtrArray *lines,
             char      *title,
             SheafMoney sum,
             SheafMoney difference)
{
  Line *line = add_sum (lines, title, sum);

  line->is_checked = TRUE;
  line->difference = difference;
}

static void
add_account (GPtrArray               *lines,
             const SheafProofAccount *account)
{
  Line *line = add_sum (lines, g_strdup_printf ("%s  %s", account->code, account->name),
                        account->after);

  line->is_account = line->is_checked = TRUE;
  line->before = account->before;
  line->change = account->change;
  line->other = account->other;
  line->difference = account->difference;
}

static GPtrArray *
list_lines (const SheafProof *proof)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  if (proof == NULL)
    return lines;
  (void) add_sum (lines, g_strdup (_ ("Approved for the members")), proof->approved);
  (void) add_sum (lines, g_strdup (_ ("Left over by rounding")), proof->undistributed);
  add_checked (lines, g_strdup (_ ("Sum of the members")), proof->members, proof->difference);
  add_checked (lines, g_strdup (_ ("Given by the ledger")), proof->given, proof->given_difference);
  for (guint i = 0; i < proof->accounts->len; i++)
    add_account (lines, proof->accounts->pdata[i]);
  (void) add_sum (lines, g_strdup_printf ("%s  %s", proof->payable_code, _ ("Control account")),
                  proof->control);
  add_checked (lines, g_strdup_printf ("%s  %s", proof->payable_code, _ ("Sum of its parties")),
               proof->sub_ledger, proof->control_difference);
  return lines;
}

static char *
format_title (gconstpointer record)
{
  return g_strdup (((const Line *) record)->title);
}

/* A sum has no balances. */
static char *
format_balance (const Line *line,
                SheafMoney  amount)
{
  return line->is_account ? sheaf_format_money (amount) : g_strdup ("");
}

static char *
format_before (gconstpointer record)
{
  return format_balance (record, ((const Line *) record)->before);
}

static char *
format_change (gconstpointer record)
{
  return format_balance (record, ((const Line *) record)->change);
}

static char *
format_other (gconstpointer record)
{
  return format_balance (record, ((const Line *) record)->other);
}

static char *
format_after (gconstpointer record)
{
  return sheaf_format_money (((const Line *) record)->after);
}

static char *
format_difference (gconstpointer record)
{
  const Line *line = record;

  return line->is_checked ? sheaf_format_figure (line->difference) : g_strdup ("");
}

/* A line that does not agree stands out; its difference tells it without the weight. */
static const char *
style_line (gconstpointer record)
{
  return ((const Line *) record)->difference.units != 0 ? "total-row" : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Sum or account (₫)"), SHEAF_COLUMN_WORDS, -150, format_title },
  { N_ ("Before"), SHEAF_COLUMN_FIGURE, 112, format_before },
  { N_ ("By the posting"), SHEAF_COLUMN_FIGURE, 112, format_change },
  { N_ ("Others that day"), SHEAF_COLUMN_FIGURE, 112, format_other },
  { N_ ("After"), SHEAF_COLUMN_FIGURE, 112, format_after },
  { N_ ("Difference"), SHEAF_COLUMN_FIGURE, 90, format_difference },
};

/* The column of other vouchers of the day. */
#define OTHERS 3

void
sheaf_proof_list_set_up (GtkColumnView *view)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  sheaf_columns_add (view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (view, style_line);
}

/* Most days hold nothing but the posting. */
static gboolean
has_others (const SheafProof *proof)
{
  for (guint i = 0; proof != NULL && i < proof->accounts->len; i++)
    if (((const SheafProofAccount *) proof->accounts->pdata[i])->other.units != 0)
      return TRUE;
  return FALSE;
}

void
sheaf_proof_list_show (GtkColumnView    *view,
                       const SheafProof *proof)
{
  GPtrArray          *lines = list_lines (proof);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  guint               position = gtk_single_selection_get_selected (selection);
  g_autoptr (SheafRecordList) list = NULL;
  g_autoptr (GtkColumnViewColumn)
      others = g_list_model_get_item (gtk_column_view_get_columns (view), OTHERS);

  sheaf_columns_set_shown (others, has_others (proof));
  if (position >= lines->len)
    position = 0;
  sheaf_column_fit (view, lines);
  list = sheaf_record_list_new (lines);
  sheaf_columns_refill (view, G_LIST_MODEL (list), position);
}

char *
sheaf_proof_list_verdict (const SheafProof *proof)
{
  g_autofree char *day = sheaf_format_date (proof->posted);

  if (sheaf_proof_holds (proof))
    return g_strdup_printf (
        _ ("Everything agrees: what was approved, what the members were given, and the ledger "
           "before and after the posting of %s. Remainders: %s. A credit balance stands in "
           "parentheses."),
        day, proof->rule);
  return g_strdup_printf (
      _ ("The books do not agree with what was approved and posted on %s: look at the differences "
         "below and restore a backup. Remainders: %s. A credit balance stands in parentheses."),
      day, proof->rule);
}
