/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that costs time (names folded, keys of the alphabet) is made once, on the thread that
 * reads; typing in the search only compares. */
#include "app/members/register-rows.h"

#include "base/order.h"
#include "base/text.h"
#include "capital/certificate.h"
#include "members/member.h"

#include <string.h>

static void
free_line (gpointer data)
{
  SheafRegisterLine *line = data;

  g_free (line->hamlet);
  g_free (line->team);
  g_free (line->certificate);
  g_free (line->found_by);
  for (guint i = 0; i < G_N_ELEMENTS (line->keys); i++)
    g_free (line->keys[i]);
  g_free (line);
}

void
sheaf_register_rows_free (SheafRegisterRows *rows)
{
  if (rows == NULL)
    return;
  g_clear_pointer (&rows->lines, g_ptr_array_unref);
  g_clear_pointer (&rows->rows, g_ptr_array_unref);
  g_clear_pointer (&rows->hamlets, g_ptr_array_unref);
  g_clear_pointer (&rows->sums, g_hash_table_unref);
  g_free (rows);
}

static char *
text_of (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/* Who has no hamlet stands last, as in lists that are sorted by hand. */
static char *
key_of_place (const SheafOrder  *order,
              const SheafMember *member,
              const char        *given)
{
  g_autofree char *hamlet = sheaf_order_key (order, member->hamlet != NULL ? member->hamlet : "");
  g_autofree char *team = sheaf_order_key (order, member->team != NULL ? member->team : "");

  return g_strdup_printf ("%s%s\001%s\001%s",
                          member->hamlet == NULL || *member->hamlet == '\0' ? "\377" : "", hamlet,
                          team, given);
}

static SheafRegisterLine *
new_line (const SheafRegisterRow *row,
          const SheafMember      *member,
          const SheafOrder       *order,
          GHashTable             *numbers)
{
  SheafRegisterLine *line = g_new0 (SheafRegisterLine, 1);
  g_autofree char   *words = g_strjoin (
        " ", row->code, row->name, member->hamlet ? member->hamlet : "",
      member->team ? member->team : "", member->id_number ? member->id_number : "",
      member->phone ? member->phone : "", NULL);

  line->row = row;
  line->hamlet = text_of (member->hamlet);
  line->team = text_of (member->team);
  line->certificate = text_of (g_hash_table_lookup (numbers, &row->party_id));
  line->found_by = sheaf_text_fold (words);
  line->keys[SHEAF_REGISTER_BY_CODE] = g_strdup (row->code);
  line->keys[SHEAF_REGISTER_BY_GIVEN] = sheaf_order_name_key (order, row->name,
                                                              SHEAF_ORDER_BY_GIVEN);
  line->keys[SHEAF_REGISTER_BY_FAMILY] = sheaf_order_name_key (order, row->name,
                                                               SHEAF_ORDER_AS_WRITTEN);
  line->keys[SHEAF_REGISTER_BY_PLACE] = key_of_place (order, member,
                                                      line->keys[SHEAF_REGISTER_BY_GIVEN]);
  return line;
}

static int
compare_hamlets (gconstpointer a,
                 gconstpointer b,
                 gpointer      order)
{
  g_autofree char *one = sheaf_order_key (order, *(char *const *) a);
  g_autofree char *other = sheaf_order_key (order, *(char *const *) b);

  return strcmp (one, other);
}

static void
list_hamlets (SheafRegisterRows *rows,
              SheafOrder        *order)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  rows->hamlets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->lines->len; i++)
    {
      const SheafRegisterLine *line = rows->lines->pdata[i];

      if (*line->hamlet != '\0' && g_hash_table_add (seen, line->hamlet))
        g_ptr_array_add (rows->hamlets, g_strdup (line->hamlet));
    }
  g_ptr_array_sort_with_data (rows->hamlets, compare_hamlets, order);
}

/* By the party's id, both owned by what was read. */
static GHashTable *
index_members (const GPtrArray *members)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < members->len; i++)
    {
      SheafMember *member = members->pdata[i];

      g_hash_table_insert (index, &member->party_id, member);
    }
  return index;
}

static GHashTable *
index_numbers (const GPtrArray *certificates)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < certificates->len; i++)
    {
      SheafCertificate *certificate = certificates->pdata[i];

      g_hash_table_insert (index, &certificate->party_id, certificate->number);
    }
  return index;
}

SheafRegisterRows *
sheaf_register_rows_read (SheafBook *book,
                          SheafDate  day,
                          GError   **error)
{
  g_autoptr (SheafRegisterRows) rows = g_new0 (SheafRegisterRows, 1);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (SheafOrder) order = NULL;

  rows->day = day;
  rows->rows = sheaf_register_list (book, day, error);
  members = rows->rows == NULL ? NULL : sheaf_member_list (book, error);
  certificates = members == NULL ? NULL : sheaf_certificates_on (book, day, error);
  if (certificates == NULL)
    return NULL;
  by_id = index_members (members);
  numbers = index_numbers (certificates);
  order = sheaf_order_new (sheaf_member_alphabet (book));
  rows->lines = g_ptr_array_new_with_free_func (free_line);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const SheafRegisterRow *row = rows->rows->pdata[i];
      const SheafMember      *member = g_hash_table_lookup (by_id, &row->party_id);

      g_assert (member != NULL); /* both are of the one list */
      g_ptr_array_add (rows->lines, new_line (row, member, order, numbers));
    }
  list_hamlets (rows, order);
  return g_steal_pointer (&rows);
}

void
sheaf_register_rows_take_sums (SheafRegisterRows *rows,
                               GHashTable        *sums)
{
  static const SheafMemberSums none = { 0 };

  g_clear_pointer (&rows->sums, g_hash_table_unref);
  rows->sums = sums;
  for (guint i = 0; i < rows->lines->len; i++)
    {
      SheafRegisterLine     *line = rows->lines->pdata[i];
      const SheafMemberSums *found = g_hash_table_lookup (sums, &line->row->party_id);

      line->sums = found != NULL ? found : &none;
    }
}

static gboolean
is_wanted (const SheafRegisterLine *line,
           SheafRegisterWho         who)
{
  SheafMemberKind kind = line->row->state.kind;

  switch (who)
    {
    case SHEAF_REGISTER_PRESENT:
      return kind != SHEAF_MEMBER_NONE;
    case SHEAF_REGISTER_OFFICIAL:
      return kind == SHEAF_MEMBER_OFFICIAL;
    case SHEAF_REGISTER_CONTRIBUTING:
      return kind == SHEAF_MEMBER_CONTRIBUTING;
    case SHEAF_REGISTER_NON_CONTRIBUTING:
      return kind == SHEAF_MEMBER_NON_CONTRIBUTING;
    case SHEAF_REGISTER_LEFT:
      return kind == SHEAF_MEMBER_NONE;
    case SHEAF_REGISTER_ALL:
    default:
      return TRUE;
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const SheafRegisterLine *one = *(SheafRegisterLine *const *) a;
  const SheafRegisterLine *other = *(SheafRegisterLine *const *) b;
  SheafRegisterOrder       order = *(SheafRegisterOrder *) data;
  int                      result = strcmp (one->keys[order], other->keys[order]);

  return result != 0 ? result : strcmp (one->row->code, other->row->code);
}

GPtrArray *
sheaf_register_rows_choose (const SheafRegisterRows   *rows,
                            const SheafRegisterFilter *filter)
{
  GPtrArray       *chosen = g_ptr_array_new ();
  g_autofree char *folded = sheaf_text_fold (filter->text != NULL ? filter->text : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  SheafRegisterOrder order = filter->order;

  for (guint i = 0; i < rows->lines->len; i++)
    {
      SheafRegisterLine *line = rows->lines->pdata[i];

      if (is_wanted (line, filter->who) && sheaf_text_has_words (line->found_by, words) &&
          (filter->hamlet == NULL || strcmp (filter->hamlet, line->hamlet) == 0))
        g_ptr_array_add (chosen, line);
    }
  if (order != SHEAF_REGISTER_BY_CODE)
    g_ptr_array_sort_with_data (chosen, compare_lines, &order);
  return chosen;
}
