/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrected facts of members stand beside those that were written first; the latest count. */
#include "base/i18n.h"
#include "book/act.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member-private.h"
#include "members/member-sql.h"

#include <string.h>

const char *const sheaf_member_fields[] = {
  "name",
  "id_number",
  "id_day",
  "id_place",
  "birth",
  "gender",
  "nationality",
  "represents",
  "representative",
  "representative_id",
  "address",
  "hamlet",
  "team",
  "phone",
  "tax_code",
  "bank_bin",
  "bank_account",
  NULL,
};

/* Where a text stands in the record; NULL for days and for what is no fact. */
static char **
find_text (SheafMember *member,
           const char  *field)
{
  const struct
  {
    const char *name;
    char      **text;
  } texts[] = {
    { "name", &member->name },
    { "id_number", &member->id_number },
    { "id_place", &member->id_place },
    { "gender", &member->gender },
    { "nationality", &member->nationality },
    { "represents", &member->represents },
    { "representative", &member->representative },
    { "representative_id", &member->representative_id },
    { "address", &member->address },
    { "hamlet", &member->hamlet },
    { "team", &member->team },
    { "phone", &member->phone },
    { "tax_code", &member->tax_code },
    { "bank_bin", &member->bank_bin },
    { "bank_account", &member->bank_account },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].name, field) == 0)
      return texts[i].text;
  return NULL;
}

/* Likewise a day; NULL for texts. */
static SheafDate *
find_day (SheafMember *member,
          const char  *field)
{
  if (strcmp (field, "birth") == 0)
    return &member->birth;
  return strcmp (field, "id_day") == 0 ? &member->id_day : NULL;
}

char *
sheaf_member_field (const SheafMember *member,
                    const char        *field)
{
  const SheafDate *day = find_day ((SheafMember *) member, field);
  char *const     *text = find_text ((SheafMember *) member, field);

  if (day != NULL)
    return sheaf_date_to_text (*day);
  return text == NULL ? NULL : g_strdup (*text == NULL ? "" : *text);
}

gboolean
sheaf_member_set_field (SheafMember *member,
                        const char  *field,
                        const char  *value,
                        GError     **error)
{
  SheafDate *day;
  char     **text;

  g_return_val_if_fail (member != NULL && field != NULL && value != NULL, FALSE);
  day = find_day (member, field);
  text = find_text (member, field);
  if (day != NULL && *value != '\0')
    return sheaf_date_parse (value, day, error);
  if (day != NULL)
    *day = SHEAF_DATE_NONE;
  else if (text != NULL)
    {
      g_free (*text);
      *text = *value == '\0' ? NULL : g_strdup (value);
    }
  else
    {
      g_autofree char *known = g_strjoinv (", ", (char **) sheaf_member_fields);

      g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_NOT_FOUND,
                   _ ("“%s” is no fact of a member: take one of %s"), field, known);
      return FALSE;
    }
  return TRUE;
}

static gboolean
same_fields (const SheafMember *one,
             const SheafMember *other)
{
  for (guint i = 0; sheaf_member_fields[i] != NULL; i++)
    {
      g_autofree char *a = sheaf_member_field (one, sheaf_member_fields[i]);
      g_autofree char *b = sheaf_member_field (other, sheaf_member_fields[i]);

      if (g_strcmp0 (a, b) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_member_write_facts (SheafBook         *book,
                          const SheafMember *member,
                          gint64             party_id,
                          const char        *reason,
                          gint64             act_id,
                          GError           **error)
{
  return sheaf_store_run (
      sheaf_book_store (book), MEMBER_FACT_INSERT,
      SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (member->birth), SHEAF_OPTIONAL (member->gender),
                  SHEAF_OPTIONAL (member->nationality), SHEAF_OPTIONAL (member->represents),
                  SHEAF_OPTIONAL (member->representative),
                  SHEAF_OPTIONAL (member->representative_id), SHEAF_DAY (member->id_day),
                  SHEAF_OPTIONAL (member->id_place), SHEAF_OPTIONAL (member->hamlet),
                  SHEAF_OPTIONAL (member->team), SHEAF_OPTIONAL (reason), SHEAF_INT (act_id)),
      error);
}

gboolean
sheaf_member_change_party (SheafBook         *book,
                           const SheafMember *member,
                           GError           **error)
{
  const SheafParty party = { .id = member->party_id,
                             .code = member->code,
                             .name = member->name,
                             .kind = SHEAF_PARTY_MEMBER,
                             .tax_code = member->tax_code,
                             .id_number = member->id_number,
                             .address = member->address,
                             .phone = member->phone,
                             .bank_bin = member->bank_bin,
                             .bank_account = member->bank_account };
  g_autoptr (SheafParty) before = sheaf_party_load (book, member->party_id, error);
  SheafParty after = party;

  if (before == NULL)
    return FALSE;
  after.kind = before->kind; /* who joined as a party of another kind keeps it */
  return sheaf_party_change (book, &after, error);
}

gboolean
sheaf_member_change (SheafBook         *book,
                     const SheafMember *member,
                     const char        *reason,
                     GError           **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafMember) before = NULL;
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && member != NULL, FALSE);
  before = sheaf_member_load (book, member->party_id, error);
  if (before == NULL)
    return FALSE;
  sheaf_member_check_facts (book, member, NULL, problems);
  if (!sheaf_problems_pass (problems, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED, error))
    return FALSE;
  if (same_fields (before, member))
    return TRUE;
  act = sheaf_act_begin (book, "member-change", before->code, error);
  return act != NULL && sheaf_member_change_party (book, member, error) &&
         sheaf_member_write_facts (book, member, member->party_id, reason, sheaf_act_id (act),
                                   error) &&
         sheaf_act_commit (act, error);
}

static void
free_correction (gpointer data)
{
  SheafMemberCorrection *correction = data;

  g_free (correction->at);
  g_free (correction->user);
  g_free (correction->field);
  g_free (correction->before);
  g_free (correction->after);
  g_free (correction->reason);
  g_free (correction);
}

/* What differs between two versions; query stands at the later one. */
static void
add_differences (GPtrArray         *corrections,
                 const SheafQuery  *query,
                 const SheafMember *before,
                 const SheafMember *after)
{
  for (guint i = 0; sheaf_member_fields[i] != NULL; i++)
    {
      g_autofree char *old = sheaf_member_field (before, sheaf_member_fields[i]);
      g_autofree char *new = sheaf_member_field (after, sheaf_member_fields[i]);
      SheafMemberCorrection *correction;

      if (g_strcmp0 (old, new) == 0)
        continue;
      correction = g_new0 (SheafMemberCorrection, 1);
      correction->at = sheaf_query_dup_text (query, 19);
      correction->user = sheaf_query_dup_text (query, 20);
      correction->reason = sheaf_query_dup_text (query, 21);
      correction->field = g_strdup (sheaf_member_fields[i]);
      correction->before = g_steal_pointer (&old);
      correction->after = g_steal_pointer (&new);
      g_ptr_array_insert (corrections, 0, correction);
    }
}

GPtrArray *
sheaf_member_corrections (SheafBook *book,
                          gint64     party_id,
                          GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), MEMBER_VERSIONS,
                                                  SHEAF_ARGS (SHEAF_INT (party_id)), error);
  g_autoptr (GPtrArray) corrections = g_ptr_array_new_with_free_func (free_correction);
  g_autoptr (SheafMember) before = NULL;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      g_autoptr (SheafMember) after = sheaf_member_read (query);

      if (before != NULL)
        add_differences (corrections, query, before, after);
      sheaf_member_free (before);
      before = g_steal_pointer (&after);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&corrections) : NULL;
}
