/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are read once for all events. */
#include "app/capital/capital-jobs.h"

#include "base/i18n.h"
#include "capital/certificate-due.h"
#include "capital/remedy.h"
#include "members/member.h"

static void
free_line (gpointer data)
{
  SheafCapitalLine *line = data;

  sheaf_capital_event_free (line->event);
  g_free (line->code);
  g_free (line->name);
  g_free (line->to);
  g_free (line);
}

void
sheaf_capital_table_free (SheafCapitalTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->dues, g_ptr_array_unref);
  sheaf_capital_ownership_free (table->ownership);
  sheaf_problems_free (table->breaches);
  g_clear_pointer (&table->lines, g_ptr_array_unref);
  g_free (table);
}

/* party id to borrowed SheafMember */
static GHashTable *
index_members (const GPtrArray *members)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < members->len; i++)
    {
      SheafMember *member = g_ptr_array_index (members, i);

      g_hash_table_insert (index, &member->party_id, member);
    }
  return index;
}

/* Takes the event. */
static SheafCapitalLine *
make_line (SheafCapitalEvent *event,
           GHashTable        *members)
{
  SheafCapitalLine  *line = g_new0 (SheafCapitalLine, 1);
  const SheafMember *member = g_hash_table_lookup (members, &event->party_id);
  const SheafMember *to = g_hash_table_lookup (members, &event->to_party_id);

  line->event = event;
  line->code = g_strdup (member != NULL ? member->code : "");
  line->name = g_strdup (member != NULL ? member->name : "");
  if (to != NULL)
    line->to = g_strdup_printf ("%s %s", to->code, to->name);
  return line;
}

static gboolean
read_lines (SheafBook         *book,
            SheafCapitalTable *table,
            GError           **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, table->wish.party_id, error);
  g_autoptr (GPtrArray) members = events != NULL ? sheaf_member_list (book, error) : NULL;
  g_autoptr (GHashTable) index = NULL;

  if (members == NULL)
    return FALSE;
  index = index_members (members);
  table->lines = g_ptr_array_new_with_free_func (free_line);
  /* The events move into the lines. */
  g_ptr_array_set_free_func (events, NULL);
  for (guint i = events->len; i-- > 0;)
    {
      SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (sheaf_date_cmp (event->date, table->wish.on) > 0)
        sheaf_capital_event_free (event);
      else
        g_ptr_array_add (table->lines, make_line (event, index));
    }
  return TRUE;
}

static gboolean
count_certificates (SheafBook         *book,
                    SheafCapitalTable *table,
                    GError           **error)
{
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, table->wish.on, error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCertificateDue *due = g_ptr_array_index (dues, i);

      table->certificates += due->event == SHEAF_CERTIFICATE_ISSUE;
    }
  return dues != NULL;
}

static gboolean
read_dues (SheafBook         *book,
           SheafCapitalTable *table,
           GError           **error)
{
  table->dues = sheaf_capital_dues (book, table->wish.on, error);
  for (guint i = table->dues != NULL && table->wish.party_id != 0 ? table->dues->len : 0; i-- > 0;)
    if (((SheafCapitalDue *) table->dues->pdata[i])->party_id != table->wish.party_id)
      g_ptr_array_remove_index (table->dues, i);
  return table->dues != NULL;
}

/* The ways out are offered, not taken (Law 17/2023/QH15 Art. 78.4). */
static gboolean
add_remedies (SheafBook                *book,
              const SheafCapitalBreach *breach,
              SheafCapitalTable        *table,
              GError                  **error)
{
  g_autoptr (GPtrArray) remedies = sheaf_capital_remedies (book, table->wish.on, breach, error);

  for (guint i = 0; remedies != NULL && i < remedies->len; i++)
    {
      const SheafCapitalRemedy *remedy = g_ptr_array_index (remedies, i);

      sheaf_problems_add (table->breaches, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                          _ ("way %u: %s"), i + 1, remedy->text);
    }
  return remedies != NULL;
}

static gboolean
read_breaches (SheafBook         *book,
               SheafCapitalTable *table,
               GError           **error)
{
  g_autoptr (GPtrArray) breaches = sheaf_capital_breaches (book, table->wish.on, error);

  table->breaches = sheaf_problems_new ();
  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = g_ptr_array_index (breaches, i);

      sheaf_problems_add (table->breaches, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", breach->text);
      if (!add_remedies (book, breach, table, error))
        return FALSE;
    }
  return breaches != NULL;
}

static gboolean
read_all (SheafBook         *book,
          SheafCapitalTable *table,
          GError           **error)
{
  if (!read_lines (book, table, error) || !read_dues (book, table, error) ||
      !read_breaches (book, table, error))
    return FALSE;
  table->ownership = sheaf_capital_ownership (book, table->wish.on, error);
  return table->ownership != NULL && count_certificates (book, table, error);
}

gpointer
sheaf_capital_table_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  g_autoptr (SheafCapitalTable) table = g_new0 (SheafCapitalTable, 1);

  table->wish = *(const SheafCapitalWish *) data;
  return read_all (connection, table, error) ? g_steal_pointer (&table) : NULL;
}
