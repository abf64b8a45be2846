/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members in the short form: one kind from joining to leaving. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/party.h"
#include "members/member.h"

enum
{
  CODE,
  NAME,
  KIND,
  JOINED,
  LEFT,
  AGREEMENT,
  ID_NUMBER,
  BIRTH,
  GENDER,
  NATIONALITY,
  REPRESENTS,
  ADDRESS,
  HAMLET,
  PHONE,
  TAX_CODE,
  BANK_BIN,
  BANK_ACCOUNT,
  REPRESENTATIVE,
  REPRESENTATIVE_ID,
  ID_DAY,
  ID_PLACE,
  TEAM,
  DOCUMENT,
};

static const SheafImportColumn columns[] = {
  [CODE] = { "code", SHEAF_IMPORT_REQUIRED },
  [NAME] = { "name", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [JOINED] = { "joined", SHEAF_IMPORT_REQUIRED },
  [LEFT] = { "left", SHEAF_IMPORT_OPTIONAL },
  [AGREEMENT] = { "agreement", SHEAF_IMPORT_OPTIONAL },
  [ID_NUMBER] = { "id_number", SHEAF_IMPORT_OPTIONAL },
  [BIRTH] = { "birth", SHEAF_IMPORT_OPTIONAL },
  [GENDER] = { "gender", SHEAF_IMPORT_OPTIONAL },
  [NATIONALITY] = { "nationality", SHEAF_IMPORT_OPTIONAL },
  [REPRESENTS] = { "represents", SHEAF_IMPORT_OPTIONAL },
  [ADDRESS] = { "address", SHEAF_IMPORT_OPTIONAL },
  [HAMLET] = { "hamlet", SHEAF_IMPORT_OPTIONAL },
  [PHONE] = { "phone", SHEAF_IMPORT_OPTIONAL },
  [TAX_CODE] = { "tax_code", SHEAF_IMPORT_OPTIONAL },
  [BANK_BIN] = { "bank_bin", SHEAF_IMPORT_OPTIONAL },
  [BANK_ACCOUNT] = { "bank_account", SHEAF_IMPORT_OPTIONAL },
  [REPRESENTATIVE] = { "representative", SHEAF_IMPORT_OPTIONAL },
  [REPRESENTATIVE_ID] = { "representative_id", SHEAF_IMPORT_OPTIONAL },
  [ID_DAY] = { "id_day", SHEAF_IMPORT_OPTIONAL },
  [ID_PLACE] = { "id_place", SHEAF_IMPORT_OPTIONAL },
  [TEAM] = { "team", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
};

static void
read_person (SheafImport *import,
             SheafMember *member)
{
  static const char *const represented[] = { "household", "organisation", NULL };
  guint                    index;

  member->name = sheaf_import_dup_text (import, NAME);
  member->id_number = sheaf_import_dup_text (import, ID_NUMBER);
  (void) sheaf_import_date (import, BIRTH,
                            &member->birth); /* its problem is added; likewise below */
  member->gender = sheaf_import_dup_text (import, GENDER);
  member->nationality = sheaf_import_dup_text (import, NATIONALITY);
  if (sheaf_import_word (import, REPRESENTS, represented, &index))
    member->represents = g_strdup (represented[index]);
  member->address = sheaf_import_dup_text (import, ADDRESS);
  member->hamlet = sheaf_import_dup_text (import, HAMLET);
  member->phone = sheaf_import_dup_text (import, PHONE);
  member->tax_code = sheaf_import_dup_text (import, TAX_CODE);
  member->bank_bin = sheaf_import_dup_text (import, BANK_BIN);
  member->bank_account = sheaf_import_dup_text (import, BANK_ACCOUNT);
  member->representative = sheaf_import_dup_text (import, REPRESENTATIVE);
  member->representative_id = sheaf_import_dup_text (import, REPRESENTATIVE_ID);
  (void) sheaf_import_date (import, ID_DAY, &member->id_day);
  member->id_place = sheaf_import_dup_text (import, ID_PLACE);
  member->team = sheaf_import_dup_text (import, TEAM);
}

static void
read_kind (SheafImport *import,
           SheafMember *member)
{
  const char *word = sheaf_import_text (import, KIND);

  if (*word != '\0' && !sheaf_member_kind_from_word (word, &member->kind))
    sheaf_import_problem (import, KIND,
                          _ ("“%s” is no kind of member, take one of official, "
                             "associate-contributing, associate-non-contributing"),
                          word);
}

/* What the file says must be what the register says, where it says anything. */
static void
expect_same (SheafImport *import,
             guint        column,
             const char  *known)
{
  const char *text = sheaf_import_text (import, column);

  if (*text != '\0' && g_strcmp0 (text, known) != 0)
    sheaf_import_problem (import, (int) column,
                          _ ("the register says “%s” and keeps it: leave the field empty, or enter "
                             "what changed as a membership event"),
                          known == NULL ? "" : known);
}

static void
expect_same_register (SheafImport       *import,
                      const SheafMember *member)
{
  g_autofree char *joined = sheaf_date_to_text (member->joined);

  expect_same (import, KIND, sheaf_member_kind_to_word (member->kind));
  expect_same (import, JOINED, joined);
  expect_same (import, AGREEMENT, member->agreement ? "yes" : "no");
  expect_same (import, DOCUMENT, member->document);
  if (sheaf_import_has (import, LEFT))
    sheaf_import_problem (import, LEFT,
                          _ ("who is in the register leaves by a membership event: leave the field "
                             "empty"));
}

/* A field that is empty in the file keeps what stands there. */
static void
replace_facts (SheafImport *import,
               SheafMember *member)
{
  static const char *const represented[] = { "household", "organisation", NULL };
  guint                    index;

  sheaf_import_replace (import, NAME, &member->name);
  sheaf_import_replace (import, ID_NUMBER, &member->id_number);
  (void) sheaf_import_date (import, BIRTH, &member->birth); /* its problem is added */
  (void) sheaf_import_date (import, ID_DAY, &member->id_day);
  sheaf_import_replace (import, ID_PLACE, &member->id_place);
  sheaf_import_replace (import, GENDER, &member->gender);
  sheaf_import_replace (import, NATIONALITY, &member->nationality);
  if (sheaf_import_word (import, REPRESENTS, represented, &index))
    sheaf_import_replace (import, REPRESENTS, &member->represents);
  sheaf_import_replace (import, REPRESENTATIVE, &member->representative);
  sheaf_import_replace (import, REPRESENTATIVE_ID, &member->representative_id);
  sheaf_import_replace (import, ADDRESS, &member->address);
  sheaf_import_replace (import, HAMLET, &member->hamlet);
  sheaf_import_replace (import, TEAM, &member->team);
  sheaf_import_replace (import, PHONE, &member->phone);
  sheaf_import_replace (import, TAX_CODE, &member->tax_code);
  sheaf_import_replace (import, BANK_BIN, &member->bank_bin);
  sheaf_import_replace (import, BANK_ACCOUNT, &member->bank_account);
}

/* What people should know of corrected facts; what is refused comes with the change itself. */
static void
doubt_facts (SheafImport       *import,
             const SheafMember *member)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  sheaf_member_check_facts (import->book, member, NULL, problems);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_WARNING)
        sheaf_problems_add (import->problems, SHEAF_PROBLEM_WARNING, import->file, import->line,
                            problem->column, "%s", problem->text);
    }
}

/* What is known of a person may be corrected; kind and days are events. */
static gboolean
update_member (SheafImport *import,
               gint64       id,
               GError     **error)
{
  g_autoptr (SheafMember) member = sheaf_member_load (import->book, id, error);
  GError *problem = NULL;

  if (member == NULL)
    return FALSE;
  expect_same_register (import, member);
  replace_facts (import, member);
  doubt_facts (import, member);
  return import->row_is_bad || sheaf_member_change (import->book, member, NULL, &problem) ||
         sheaf_import_take_error (import, CODE, problem, error);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafMember *member;
  const char  *code;
  gint64       id = 0;
  gboolean     has_code = sheaf_import_code (import, CODE, &code);

  if (has_code && import->options->update)
    id = sheaf_member_find (import->book, code);
  if (id != 0)
    return update_member (import, id, error);
  member = sheaf_member_new ();
  if (has_code)
    member->code = g_strdup (code);
  /* A bundle names who was a party before joining among the parties as well. */
  if (has_code && import->options->bundle)
    member->party_id = sheaf_party_find (import->book, code);
  member->line = import->line;
  read_kind (import, member);
  (void) sheaf_import_date (import, JOINED, &member->joined);
  (void) sheaf_import_date (import, LEFT, &member->left);
  (void) sheaf_import_yes (import, AGREEMENT, &member->agreement);
  member->document = sheaf_import_dup_text (import, DOCUMENT);
  read_person (import, member);
  sheaf_import_list_take (import, member, (GDestroyNotify) sheaf_member_free);
  return TRUE;
}

/* That a code comes twice, also in a row that says something else wrongly, is told with the
 * rest. */
static gboolean
judge_broken (SheafImport *import,
              GError     **error)
{
  g_autoptr (GPtrArray) everyone = sheaf_import_list_everyone (import->state);
  g_autoptr (SheafProblems) found = sheaf_problems_new ();

  if (!sheaf_member_check (import->book, everyone, import->file, found, error))
    return FALSE;
  sheaf_import_add_found (import, found, TRUE);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;

  if (list->items == NULL)
    return TRUE;
  if (list->incomplete)
    return judge_broken (import, error);
  if (!sheaf_member_check (import->book, list->items, import->file, import->problems, error))
    return FALSE;
  return import->problems->errors > before ||
         sheaf_member_insert (import->book, list->items, error);
}

const SheafImportKind sheaf_import_members = {
  .name = "members",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
