/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of members. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/order.h"
#include "base/text.h"
#include "capital/register.h"
#include "cli/capital-words.h"
#include "cli/error.h"
#include "cli/output.h"
#include "members/member.h"
#include "members/types.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { "sort", "ORDER", N_ ("code (the default), given or family: by that name in the alphabet") },
  { "kind", "KIND", N_ ("only official, associate-contributing or associate-non-contributing") },
  { "hamlet", "NAME", N_ ("only members of this hamlet; accents and case do not matter") },
  { "left", NULL, N_ ("only who has left by the day") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "code", N_ ("Code"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "joined", N_ ("Joined"), SHEAF_OUTPUT_DAY },
  { "left", N_ ("Left"), SHEAF_OUTPUT_DAY },
  { "agreement", N_ ("Agreement"), SHEAF_OUTPUT_TEXT },
  { "committed", N_ ("Committed"), SHEAF_OUTPUT_AMOUNT },
  { "paid", N_ ("Paid in"), SHEAF_OUTPUT_AMOUNT },
  { "percent", N_ ("Share of paid-in (%)"), SHEAF_OUTPUT_NUMBER },
  { "percent_charter", N_ ("Share of charter capital (%)"), SHEAF_OUTPUT_NUMBER },
};

static void
add_row (SheafOutput            *output,
         const SheafRegisterRow *row)
{
  g_autofree char *percent = sheaf_register_percent_to_text (row->percent);
  g_autofree char *percent_charter = sheaf_register_percent_to_text (row->percent_charter);

  sheaf_output_text (output, row->code);
  sheaf_output_text (output, row->name);
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_member_kind_title (row->state.last_kind)
                                 : sheaf_member_kind_to_word (row->state.last_kind));
  sheaf_output_day (output, row->state.joined);
  sheaf_output_day (output, row->state.left);
  sheaf_capital_words_put (output, row->state.agreement ? "yes" : "no");
  sheaf_output_amount (output, row->capital.committed);
  sheaf_output_amount (output, row->capital.paid);
  sheaf_output_text (output, percent);
  sheaf_output_text (output, percent_charter);
}

/* What the options leave. */
typedef struct
{
  SheafMemberKind kind; /* NONE: any */
  gboolean        left;
  GHashTable     *hamlet; /* of gint64 party ids; NULL: any */
} Filter;

static gboolean
is_wanted (const SheafRegisterRow *row,
           const Filter           *filter)
{
  if (filter->left && row->state.kind != SHEAF_MEMBER_NONE)
    return FALSE;
  if (filter->kind != SHEAF_MEMBER_NONE &&
      filter->kind != (filter->left ? row->state.last_kind : row->state.kind))
    return FALSE;
  return filter->hamlet == NULL || g_hash_table_contains (filter->hamlet, &row->party_id);
}

/* Who lives there; the ids are owned by the list of members. */
static gboolean
read_hamlet (SheafBook  *book,
             const char *name,
             GPtrArray **ret_members,
             Filter     *filter,
             GError    **error)
{
  g_autofree char *wanted = name == NULL ? NULL : sheaf_text_fold (name);

  if (name == NULL)
    return TRUE;
  *ret_members = sheaf_member_list (book, error);
  if (*ret_members == NULL)
    return FALSE;
  filter->hamlet = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < (*ret_members)->len; i++)
    {
      SheafMember     *member = (*ret_members)->pdata[i];
      g_autofree char *hamlet = sheaf_text_fold (member->hamlet != NULL ? member->hamlet : "");

      if (strcmp (hamlet, wanted) == 0)
        g_hash_table_add (filter->hamlet, &member->party_id);
    }
  return TRUE;
}

static gboolean
read_filter (const SheafCommandLine *line,
             Filter                 *filter,
             GError                **error)
{
  const char *kind = sheaf_command_option (line, "kind");

  filter->left = sheaf_command_flag (line, "left");
  if (kind == NULL || sheaf_member_kind_from_word (kind, &filter->kind))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--kind %s: take official, associate-contributing or associate-non-contributing"),
               kind);
  return FALSE;
}

typedef struct
{
  char                   *key;
  const SheafRegisterRow *row;
} Keyed;

static int
compare_keyed (gconstpointer a,
               gconstpointer b)
{
  const Keyed *one = a;
  const Keyed *other = b;
  int          result = strcmp (one->key, other->key);

  return result != 0 ? result : strcmp (one->row->code, other->row->code);
}

static void
clear_keyed (gpointer data)
{
  g_free (((Keyed *) data)->key);
}

/* Names sort in the alphabet of the co-op's country, whoever reads the list. */
static GArray *
sort_rows (const GPtrArray *rows,
           const Filter    *filter,
           const char      *by,
           const char      *alphabet)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Keyed));
  g_autoptr (SheafOrder) order = sheaf_order_new (alphabet);

  g_array_set_clear_func (sorted, clear_keyed);
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafRegisterRow *row = rows->pdata[i];
      Keyed                   keyed = { NULL, row };

      if (!is_wanted (row, filter))
        continue;
      keyed.key = g_str_equal (by, "code")
                      ? g_strdup (row->code)
                      : sheaf_order_name_key (order, row->name,
                                              g_str_equal (by, "given") ? SHEAF_ORDER_BY_GIVEN
                                                                        : SHEAF_ORDER_AS_WRITTEN);
      g_array_append_val (sorted, keyed);
    }
  g_array_sort (sorted, compare_keyed);
  return sorted;
}

static const char *
read_order (const SheafCommandLine *line,
            GError                **error)
{
  static const char *const orders[] = { "code", "given", "family", NULL };
  const char              *by = sheaf_command_option (line, "sort");

  if (by == NULL)
    return orders[0];
  if (g_strv_contains (orders, by))
    return by;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--sort %s: take code, given or family"), by);
  return NULL;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  SheafDate on = SHEAF_DATE_NONE;
  Filter    filter = { SHEAF_MEMBER_NONE, FALSE, NULL };
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GHashTable) hamlet G_GNUC_UNUSED = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) sorted = NULL;
  const char *by = read_order (line, error);

  if (by == NULL || !read_filter (line, &filter, error) ||
      !sheaf_command_day (line, "on", &on, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL ||
      !read_hamlet (book, sheaf_command_option (line, "hamlet"), &members, &filter, error))
    return FALSE;
  hamlet = filter.hamlet;
  rows = sheaf_register_list (book, sheaf_date_is_none (on) ? sheaf_book_today (book) : on, error);
  if (rows == NULL)
    return FALSE;
  sorted = sort_rows (rows, &filter, by, sheaf_member_alphabet (book));
  for (guint i = 0; i < sorted->len; i++)
    add_row (output, g_array_index (sorted, Keyed, i).row);
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_members = {
  .name = "members",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the register of members on a day"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
