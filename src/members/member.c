/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members: reading what is known of them. */
#include "members/member.h"

#include "base/i18n.h"
#include "book/setting.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member-private.h"
#include "members/member-sql.h"
#include "store/query.h"

#include <string.h>

SheafMember *
sheaf_member_new (void)
{
  SheafMember *member = g_new0 (SheafMember, 1);

  member->kind = SHEAF_MEMBER_OFFICIAL;
  member->agreement = TRUE;
  member->joined = member->left = member->birth = member->id_day = SHEAF_DATE_NONE;
  return member;
}

void
sheaf_member_free (SheafMember *member)
{
  if (member == NULL)
    return;
  g_free (member->code);
  g_free (member->name);
  g_free (member->document);
  g_free (member->id_number);
  g_free (member->gender);
  g_free (member->nationality);
  g_free (member->represents);
  g_free (member->representative);
  g_free (member->representative_id);
  g_free (member->id_place);
  g_free (member->address);
  g_free (member->hamlet);
  g_free (member->team);
  g_free (member->phone);
  g_free (member->tax_code);
  g_free (member->bank_bin);
  g_free (member->bank_account);
  g_free (member);
}

gboolean
sheaf_member_is_organisation (const SheafMember *member)
{
  return g_strcmp0 (member->represents, "organisation") == 0;
}

gboolean
sheaf_member_exists (SheafBook *book,
                     gint64     party_id,
                     gboolean  *ret_exists,
                     GError   **error)
{
  gint64 n;

  if (!sheaf_store_get_int (sheaf_book_store (book), MEMBER_EXISTS,
                            SHEAF_ARGS (SHEAF_INT (party_id)), &n, error))
    return FALSE;
  *ret_exists = n > 0;
  return TRUE;
}

gint64
sheaf_member_find (SheafBook  *book,
                   const char *code)
{
  gint64   party_id = sheaf_party_find (book, code);
  gboolean exists;

  return party_id != 0 && sheaf_member_exists (book, party_id, &exists, NULL) && exists ? party_id
                                                                                        : 0;
}

/* The short form of what became of members, from the first events of each: events is of everyone
 * or of one, members by id. */
static void
take_first_events (const GPtrArray *events,
                   GHashTable      *members)
{
  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);
      SheafMember                *member;

      if (!event->first)
        continue;
      member = g_hash_table_lookup (members, &event->party_id);
      if (member == NULL)
        continue;
      if (event->event == SHEAF_MEMBERSHIP_AGREEMENT_SIGNED)
        member->agreement = TRUE;
      else
        {
          (void) sheaf_member_kind_from_word (event->value, &member->kind); /* verify looks at it */
          member->joined = event->date;
          g_free (member->document);
          member->document = g_strdup (event->document);
        }
    }
}

SheafMember *
sheaf_member_read (const SheafQuery *query)
{
  SheafMember *member = sheaf_member_new ();

  member->agreement = FALSE;
  member->party_id = sheaf_query_int (query, 0);
  member->birth = sheaf_query_date (query, 1);
  member->gender = sheaf_query_dup_text (query, 2);
  member->nationality = sheaf_query_dup_text (query, 3);
  member->represents = sheaf_query_dup_text (query, 4);
  member->representative = sheaf_query_dup_text (query, 5);
  member->representative_id = sheaf_query_dup_text (query, 6);
  member->id_day = sheaf_query_date (query, 7);
  member->id_place = sheaf_query_dup_text (query, 8);
  member->hamlet = sheaf_query_dup_text (query, 9);
  member->team = sheaf_query_dup_text (query, 10);
  member->code = sheaf_query_dup_text (query, 11);
  member->name = sheaf_query_dup_text (query, 12);
  member->tax_code = sheaf_query_dup_text (query, 13);
  member->id_number = sheaf_query_dup_text (query, 14);
  member->address = sheaf_query_dup_text (query, 15);
  member->phone = sheaf_query_dup_text (query, 16);
  member->bank_bin = sheaf_query_dup_text (query, 17);
  member->bank_account = sheaf_query_dup_text (query, 18);
  return member;
}

/* Takes the query over. */
static GPtrArray *
read_all (SheafBook  *book,
          SheafQuery *query_taken,
          gint64      party_id,
          GError    **error)
{
  g_autoptr (SheafQuery) query = query_taken;
  g_autoptr (GPtrArray)
      members = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_member_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) events = NULL;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafMember *member = sheaf_member_read (query);

      g_ptr_array_add (members, member);
      g_hash_table_insert (by_id, &member->party_id, member);
    }
  if (!sheaf_query_finish (query, error))
    return NULL;
  events = sheaf_membership_list (book, party_id, error);
  if (events == NULL)
    return NULL;
  take_first_events (events, by_id);
  return g_steal_pointer (&members);
}

SheafMember *
sheaf_member_load (SheafBook *book,
                   gint64     party_id,
                   GError   **error)
{
  g_autoptr (GPtrArray) members = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  members = read_all (book,
                      sheaf_query_new (sheaf_book_store (book), MEMBER_LOAD,
                                       SHEAF_ARGS (SHEAF_INT (party_id)), error),
                      party_id, error);
  if (members != NULL && members->len == 0)
    g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_NOT_FOUND,
                 _ ("there is no such member: choose one from the register"));
  return members == NULL || members->len == 0 ? NULL : g_ptr_array_steal_index (members, 0);
}

GPtrArray *
sheaf_member_list (SheafBook *book,
                   GError   **error)
{
  g_return_val_if_fail (book != NULL, NULL);
  return read_all (
      book, sheaf_query_new (sheaf_book_store (book), MEMBER_ALL, SHEAF_NO_ARGS, error), 0, error);
}

GHashTable *
sheaf_member_codes (SheafBook *book,
                    GError   **error)
{
  g_autoptr (GHashTable)
      codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), MEMBER_CODES, SHEAF_NO_ARGS, error);
  while (query != NULL && sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_hash_table_insert (codes, g_memdup2 (&id, sizeof id),
                           g_strdup (sheaf_query_text (query, 1)));
    }
  return query != NULL && sheaf_query_finish (query, error) ? g_steal_pointer (&codes) : NULL;
}

const char *
sheaf_member_alphabet (SheafBook *book)
{
  g_autofree char *law = sheaf_setting_find (book, "law");

  return law != NULL && g_str_has_prefix (law, "vn") ? "vi" : "";
}
