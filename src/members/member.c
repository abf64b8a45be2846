/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members: reading and entering them. */
#include "members/member.h"

#include "base/i18n.h"
#include "book/act.h"
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
  member->joined = member->left = member->birth = SHEAF_DATE_NONE;
  return member;
}

void
sheaf_member_free (SheafMember *member)
{
  if (member == NULL)
    return;
  g_free (member->code);
  g_free (member->name);
  g_free (member->id_number);
  g_free (member->gender);
  g_free (member->nationality);
  g_free (member->represents);
  g_free (member->address);
  g_free (member->hamlet);
  g_free (member->phone);
  g_free (member->tax_code);
  g_free (member->bank_bin);
  g_free (member->bank_account);
  g_free (member);
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

gboolean
sheaf_member_write_plain (SheafBook *book,
                          gint64     party_id,
                          gint64     act_id,
                          GError   **error)
{
  const SheafMember nothing = { .birth = SHEAF_DATE_NONE };

  return sheaf_store_run (sheaf_book_store (book), MEMBER_INSERT,
                          SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (nothing.birth),
                                      SHEAF_TEXT (NULL), SHEAF_TEXT (NULL), SHEAF_TEXT (NULL),
                                      SHEAF_TEXT (NULL), SHEAF_INT (act_id)),
                          error);
}

/* The events that the short form stands for. */
static gboolean
write_events (SheafBook         *book,
              const SheafMember *member,
              gint64             party_id,
              gint64             act_id,
              GError           **error)
{
  SheafMembershipEvent row = { .party_id = party_id,
                               .date = member->joined,
                               .event = SHEAF_MEMBERSHIP_JOIN };

  row.value = (char *) sheaf_member_kind_to_word (member->kind);
  if (!sheaf_membership_write (book, &row, act_id, error))
    return FALSE;
  row.value = NULL;
  row.event = SHEAF_MEMBERSHIP_AGREEMENT_SIGNED;
  if (member->agreement && !sheaf_membership_write (book, &row, act_id, error))
    return FALSE;
  row.date = member->left;
  row.event = SHEAF_MEMBERSHIP_LEAVE;
  return sheaf_date_is_none (member->left) ||
         sheaf_membership_write (book, &row, act_id, error);
}

static gboolean
insert_member (SheafBook         *book,
               const SheafMember *member,
               gint64             act_id,
               GError           **error)
{
  const SheafParty party = { .code = member->code,
                             .name = member->name,
                             .kind = SHEAF_PARTY_MEMBER,
                             .tax_code = member->tax_code,
                             .id_number = member->id_number,
                             .address = member->address,
                             .phone = member->phone,
                             .bank_bin = member->bank_bin,
                             .bank_account = member->bank_account };
  gint64           id;

  return sheaf_party_insert (book, &party, &id, error) &&
         sheaf_store_run (
             sheaf_book_store (book), MEMBER_INSERT,
             SHEAF_ARGS (SHEAF_INT (id), SHEAF_DAY (member->birth),
                         SHEAF_OPTIONAL (member->gender), SHEAF_OPTIONAL (member->nationality),
                         SHEAF_OPTIONAL (member->represents), SHEAF_OPTIONAL (member->hamlet),
                         SHEAF_INT (act_id)),
             error) &&
         write_events (book, member, id, act_id, error) &&
         sheaf_membership_tell_ledger (book, id, error);
}

gboolean
sheaf_member_insert (SheafBook       *book,
                     const GPtrArray *members,
                     GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && members != NULL, FALSE);
  if (!sheaf_member_check (book, members, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED, error))
    return FALSE;
  act = sheaf_act_begin (book, "member-insert", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!insert_member (book, g_ptr_array_index (members, i), sheaf_act_id (act), error))
      return FALSE;
  return sheaf_act_commit (act, error);
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

/* The short form of what became of a member, from the first events. */
static gboolean
read_first_events (SheafBook   *book,
                   SheafMember *member,
                   GError     **error)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, member->party_id, error);

  if (events == NULL)
    return FALSE;
  member->agreement = FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (!event->first)
        continue;
      if (event->event == SHEAF_MEMBERSHIP_AGREEMENT_SIGNED)
        member->agreement = TRUE;
      else
        {
          (void) sheaf_member_kind_from_word (event->value, &member->kind); /* verify looks at it */
          member->joined = event->date;
        }
    }
  return TRUE;
}

static char *
dup_column (const SheafQuery *query,
            guint             column)
{
  return sheaf_query_is_null (query, column) ? NULL : g_strdup (sheaf_query_text (query, column));
}

static gboolean
read_own_row (SheafBook   *book,
              SheafMember *member,
              GError     **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) cause = NULL;

  query = sheaf_query_new (sheaf_book_store (book), MEMBER_LOAD,
                           SHEAF_ARGS (SHEAF_INT (member->party_id)), error);
  if (query == NULL)
    return FALSE;
  if (sheaf_query_next (query, &cause))
    {
      member->birth = sheaf_query_date (query, 1);
      member->gender = dup_column (query, 2);
      member->nationality = dup_column (query, 3);
      member->represents = dup_column (query, 4);
      member->hamlet = dup_column (query, 5);
      return TRUE;
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_NOT_FOUND,
                 _ ("there is no such member: choose one from the register"));
  return FALSE;
}

SheafMember *
sheaf_member_load (SheafBook *book,
                   gint64     party_id,
                   GError   **error)
{
  g_autoptr (SheafMember) member = sheaf_member_new ();
  g_autoptr (SheafParty) party = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  member->party_id = party_id;
  if (!read_own_row (book, member, error))
    return NULL;
  party = sheaf_party_load (book, party_id, error);
  if (party == NULL || !read_first_events (book, member, error))
    return NULL;
  member->code = g_steal_pointer (&party->code);
  member->name = g_steal_pointer (&party->name);
  member->id_number = g_steal_pointer (&party->id_number);
  member->address = g_steal_pointer (&party->address);
  member->phone = g_steal_pointer (&party->phone);
  member->tax_code = g_steal_pointer (&party->tax_code);
  member->bank_bin = g_steal_pointer (&party->bank_bin);
  member->bank_account = g_steal_pointer (&party->bank_account);
  return g_steal_pointer (&member);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const SheafMember *const *one = a;
  const SheafMember *const *other = b;

  return strcmp ((*one)->code, (*other)->code);
}

GPtrArray *
sheaf_member_list (SheafBook *book,
                   GError   **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  members = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_member_free);
  query = sheaf_query_new (sheaf_book_store (book), MEMBER_IDS, SHEAF_NO_ARGS, error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      SheafMember *member = sheaf_member_load (book, g_array_index (ids, gint64, i), error);

      if (member == NULL)
        return NULL;
      g_ptr_array_add (members, member);
    }
  g_ptr_array_sort (members, compare_codes);
  return g_steal_pointer (&members);
}
