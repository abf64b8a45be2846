/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering new members. */
#include "book/act.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member-private.h"
#include "members/member-sql.h"

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
                               .until = SHEAF_DATE_NONE,
                               .event = SHEAF_MEMBERSHIP_JOIN };

  row.value = (char *) sheaf_member_kind_to_word (member->kind);
  row.document = member->document;
  if (!sheaf_membership_write (book, &row, act_id, error))
    return FALSE;
  row.value = row.document = NULL;
  row.event = SHEAF_MEMBERSHIP_AGREEMENT_SIGNED;
  if (member->agreement && !sheaf_membership_write (book, &row, act_id, error))
    return FALSE;
  row.date = member->left;
  row.event = SHEAF_MEMBERSHIP_LEAVE;
  return sheaf_date_is_none (member->left) ||
         sheaf_membership_write (book, &row, act_id, error);
}

/* What the first table has no columns for. */
static gboolean
write_more (SheafBook         *book,
            const SheafMember *member,
            gint64             party_id,
            gint64             act_id,
            GError           **error)
{
  return (member->representative == NULL && member->representative_id == NULL &&
          sheaf_date_is_none (member->id_day) && member->id_place == NULL &&
          member->team == NULL) ||
         sheaf_member_write_facts (book, member, party_id, NULL, act_id, error);
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
  gint64           id = member->party_id;
  gboolean         there;

  there = id == 0 ? sheaf_party_insert (book, &party, &id, error)
                  : sheaf_member_change_party (book, member, error);
  return there &&
         sheaf_store_run (
             sheaf_book_store (book), MEMBER_INSERT,
             SHEAF_ARGS (SHEAF_INT (id), SHEAF_DAY (member->birth),
                         SHEAF_OPTIONAL (member->gender), SHEAF_OPTIONAL (member->nationality),
                         SHEAF_OPTIONAL (member->represents), SHEAF_OPTIONAL (member->hamlet),
                         SHEAF_INT (act_id)),
             error) &&
         write_more (book, member, id, act_id, error) &&
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
