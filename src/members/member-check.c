/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges new members. */
#include "members/member.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ledger/bank.h"
#include "ledger/party.h"

#include <string.h>

/* Law 17/2023/QH15 Art. 30: citizens of 18 years; non-contributing associates also from 15 on. */
#define ADULT_YEARS 18
#define WORKING_YEARS 15

typedef struct
{
  SheafBook     *book;
  const char    *file;
  SheafProblems *problems;
  GHashTable    *codes; /* of the members before */
} Check;

static void G_GNUC_PRINTF (4, 5)
    add_error (const Check       *check,
               const SheafMember *member,
               const char        *column,
               const char        *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (check->problems, SHEAF_PROBLEM_ERROR, check->file, member->line, column, "%s",
                      text);
}

static void
check_code (const Check       *check,
            const SheafMember *member)
{
  if (member->code == NULL || !sheaf_text_is_code (member->code))
    add_error (check, member, "code",
               _ ("“%s” is no code: use 1 to 32 letters, digits or - . _ / without blanks"),
               member->code == NULL ? "" : member->code);
  else if (sheaf_member_find (check->book, member->code) != 0)
    add_error (check, member, "code",
               _ ("%s has joined already: leave the row out, or enter a change as a membership "
                  "event"),
               member->code);
  else if (member->party_id == 0 && sheaf_party_find (check->book, member->code) != 0)
    add_error (check, member, "code",
               _ ("the code %s belongs to a party that is no member: choose another code, or let "
                  "the party join by a membership event"),
               member->code);
  else if (!g_hash_table_add (check->codes, member->code))
    add_error (check, member, "code",
               _ ("%s joins twice in the same list: leave one of the rows out"), member->code);
}

static void
check_days (const Check       *check,
            const SheafMember *member)
{
  if (sheaf_date_is_none (member->joined))
    add_error (check, member, "joined", _ ("the day of joining is missing: give it as YYYY-MM-DD"));
  else if (!sheaf_date_is_none (member->left) &&
           sheaf_date_cmp (member->left, member->joined) <= 0)
    add_error (check, member, "left",
               _ ("the first day as no member lies before or on the day of joining: correct one of "
                  "them"));
}

static void
check_age (const Check       *check,
           const SheafMember *member)
{
  int need = member->kind == SHEAF_MEMBER_NON_CONTRIBUTING ? WORKING_YEARS : ADULT_YEARS;
  int years;

  if (sheaf_date_is_none (member->birth) || sheaf_date_is_none (member->joined))
    return;
  years = sheaf_date_year (member->joined) - sheaf_date_year (member->birth);
  if (sheaf_date_month (member->joined) * 100 + sheaf_date_day (member->joined) <
      sheaf_date_month (member->birth) * 100 + sheaf_date_day (member->birth))
    years--;
  if (years < need)
    sheaf_problems_add (check->problems, SHEAF_PROBLEM_WARNING, check->file, member->line, "birth",
                        _ ("%s was younger than %d on joining: the Law asks for that age "
                           "(17/2023/QH15 Art. 30); correct the day, or keep the proof"),
                        member->code, need);
}

static void
check_bank (const Check       *check,
            const SheafMember *member)
{
  g_autofree char *doubt = sheaf_bank_doubt (check->book, member->bank_bin);

  if (doubt != NULL)
    sheaf_problems_add (check->problems, SHEAF_PROBLEM_WARNING, check->file, member->line,
                        "bank_bin", "%s", doubt);
}

/* What is known of the person. */
static void
check_facts (const Check       *check,
             const SheafMember *member)
{
  gboolean alone = member->represents == NULL || *member->represents == '\0';

  if (member->name == NULL || *member->name == '\0')
    add_error (check, member, "name", _ ("the name is missing: give the member's full name"));
  if (!alone && strcmp (member->represents, "household") != 0 &&
      strcmp (member->represents, "organisation") != 0)
    add_error (check, member, "represents",
               _ ("“%s” is not known here: use household or organisation, or leave it empty"),
               member->represents);
  if (alone && member->representative != NULL)
    add_error (check, member, "representative",
               _ ("only a household or an organisation has a representative: say which of the two "
                  "the member is, or leave this empty"));
  check_age (check, member);
  check_bank (check, member);
}

static void
check_member (const Check       *check,
              const SheafMember *member)
{
  check_code (check, member);
  check_days (check, member);
  if (member->kind < SHEAF_MEMBER_OFFICIAL || member->kind > SHEAF_MEMBER_NON_CONTRIBUTING)
    add_error (check, member, "kind",
               _ ("the kind is missing: use official, associate-contributing or "
                  "associate-non-contributing"));
  check_facts (check, member);
}

void
sheaf_member_check_facts (SheafBook         *book,
                          const SheafMember *member,
                          const char        *file,
                          SheafProblems     *problems)
{
  const Check check = { book, file, problems, NULL };

  check_facts (&check, member);
}

gboolean
sheaf_member_check (SheafBook       *book,
                    const GPtrArray *members,
                    const char      *file,
                    SheafProblems   *problems,
                    GError         **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  const Check check = { book, file, problems, codes };

  (void) error; /* nothing here fails for want of the store */
  g_return_val_if_fail (book != NULL && members != NULL && problems != NULL, FALSE);
  for (guint i = 0; i < members->len; i++)
    check_member (&check, g_ptr_array_index (members, i));
  return TRUE;
}
