/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of a day: who, and with how much. */
#include "capital/register.h"

#include "capital/timeline.h"
#include "members/member.h"

static void
row_free (gpointer data)
{
  SheafRegisterRow *row = data;

  g_free (row->code);
  g_free (row->name);
  g_free (row);
}

/* Hundredths of a percent by largest remainder, equal ones by code: over the register they add up
 * to exactly 100.00 of paid-in and of charter capital, as on a paper that people add up (none of
 * nothing). */
static void
count_percents (const GPtrArray *rows)
{
  const SheafMoney        whole = SHEAF_MONEY (10000);
  g_autofree SheafWeight *paid = g_new0 (SheafWeight, rows->len + 1);
  g_autofree SheafWeight *committed = g_new0 (SheafWeight, rows->len + 1);
  g_autofree SheafMoney  *percents = g_new0 (SheafMoney, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      const SheafRegisterRow *row = rows->pdata[i];

      paid[i] = (SheafWeight) MAX (row->capital.paid.units, 0);
      committed[i] = (SheafWeight) MAX (row->capital.committed.units, 0);
    }
  if (sheaf_money_allocate (whole, paid, rows->len, percents))
    for (guint i = 0; i < rows->len; i++)
      ((SheafRegisterRow *) rows->pdata[i])->percent = percents[i].units;
  if (sheaf_money_allocate (whole, committed, rows->len, percents))
    for (guint i = 0; i < rows->len; i++)
      ((SheafRegisterRow *) rows->pdata[i])->percent_charter = percents[i].units;
}

static void
add_row (GPtrArray          *rows,
         const SheafMember  *member,
         SheafMemberState    state,
         SheafCapitalBalance own)
{
  SheafRegisterRow *row;

  if (sheaf_date_is_none (state.joined))
    return;
  row = g_new0 (SheafRegisterRow, 1);
  row->party_id = member->party_id;
  row->code = g_strdup (member->code);
  row->name = g_strdup (member->name);
  row->state = state;
  row->capital = own;
  g_ptr_array_add (rows, row);
}

GPtrArray *
sheaf_register_list (SheafBook *book,
                     SheafDate  on,
                     GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GHashTable) persons = NULL;
  g_autoptr (GHashTable) spans = NULL;

  events = members == NULL ? NULL : sheaf_capital_list_until (book, on, error);
  spans = events == NULL ? NULL : sheaf_member_spans_all (book, error);
  if (spans == NULL)
    return NULL;
  persons = sheaf_capital_by_person (events);
  for (guint i = 0; i < members->len; i++)
    {
      const SheafMember *member = g_ptr_array_index (members, i);
      const GPtrArray   *own = g_hash_table_lookup (persons, &member->party_id);

      add_row (rows, member,
               sheaf_member_spans_on (g_hash_table_lookup (spans, &member->party_id), on),
               sheaf_capital_sum (own, member->party_id, on));
    }
  count_percents (rows);
  return g_steal_pointer (&rows);
}

char *
sheaf_register_percent_to_text (gint64 hundredths)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", hundredths / 100,
                          (int) ABS (hundredths % 100));
}
