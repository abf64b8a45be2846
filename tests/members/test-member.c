/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering members. */
#include "members/member.h"

#include "helpers/members.h"
#include "ledger/duplicate.h"
#include "members/error.h"
#include "members/verify.h"

static SheafMember *
new_member (const char *code,
            guint       line)
{
  SheafMember *member = sheaf_member_new ();

  member->code = g_strdup (code);
  member->name = g_strdup ("Nguyễn Văn Mẫu");
  member->joined = test_day ("2024-05-01");
  member->line = line;
  return member;
}

static GPtrArray *
list_of (SheafMember *first,
         SheafMember *second)
{
  return test_list ((GDestroyNotify) sheaf_member_free, first, second, NULL);
}

/* Judges a list; the caller owns the findings. */
static SheafProblems *
check (SheafBook       *book,
       const GPtrArray *members)
{
  SheafProblems *problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_member_check (book, members, "members.csv", problems, &error));
  g_assert_no_error (error);
  return problems;
}

static void
test_round_trip (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) members = list_of (new_member ("TV2", 2), new_member ("TV1", 3));
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  SheafMember *first = g_ptr_array_index (members, 0);
  SheafMember *read;

  first->hamlet = g_strdup ("Thôn Mẫu");
  first->bank_account = g_strdup ("0000000001");
  first->birth = test_day ("1970-01-31");
  first->kind = SHEAF_MEMBER_CONTRIBUTING;
  first->agreement = FALSE;
  g_assert_true (sheaf_member_insert (book, members, &error));
  g_assert_no_error (error);
  back = sheaf_member_list (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, 2);
  read = g_ptr_array_index (back, 0);
  g_assert_cmpstr (read->code, ==, "TV1");
  g_assert_true (read->agreement);
  g_assert_cmpint (read->kind, ==, SHEAF_MEMBER_OFFICIAL);
  read = g_ptr_array_index (back, 1);
  g_assert_cmpstr (read->code, ==, "TV2");
  g_assert_cmpstr (read->name, ==, "Nguyễn Văn Mẫu");
  g_assert_cmpstr (read->hamlet, ==, "Thôn Mẫu");
  g_assert_cmpstr (read->bank_account, ==, "0000000001");
  g_assert_null (read->gender);
  g_assert_false (read->agreement);
  g_assert_cmpint (read->kind, ==, SHEAF_MEMBER_CONTRIBUTING);
  g_assert_cmpint (sheaf_date_cmp (read->birth, test_day ("1970-01-31")), ==, 0);
  g_assert_cmpint (sheaf_date_cmp (read->joined, test_day ("2024-05-01")), ==, 0);
  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
  test_verify (book);
}

static void
test_joining_twice_is_a_problem (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) members = list_of (new_member ("TV1", 2), new_member ("TV1", 3));
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (SheafProblems) problems = check (book, members);
  g_autoptr (SheafProblems) later = NULL;

  g_assert_cmpuint (problems->errors, ==, 1);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 3, "code", "twice"));
  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  known = list_of (new_member ("TV1", 2), NULL);
  later = check (book, known);
  g_assert_true (test_has_problem (later, SHEAF_PROBLEM_ERROR, 2, "code", "joined already"));
}

static void
test_code_of_a_party_is_a_problem (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GPtrArray) members = list_of (new_member ("KH1", 2), NULL);
  g_autoptr (SheafProblems) problems = check (book, members);

  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "code", "no member"));
}

static void
test_every_problem_is_told (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  SheafMember *bad = new_member ("có dấu cách", 7);
  g_autoptr (GPtrArray) members = list_of (bad, NULL);
  g_autoptr (SheafProblems) problems = NULL;

  g_clear_pointer (&bad->name, g_free);
  bad->kind = SHEAF_MEMBER_NONE;
  bad->left = bad->joined;
  bad->represents = g_strdup ("village");
  problems = check (book, members);
  g_assert_cmpuint (problems->errors, ==, 5);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 7, "code", "is no code"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 7, "name", "missing"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 7, "kind", "missing"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 7, "left", "before or on"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 7, "represents", "household"));
}

static void
test_minors_are_a_warning (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  SheafMember *young = new_member ("TV1", 2);
  SheafMember *associate = new_member ("TV2", 3);
  g_autoptr (GPtrArray) members = list_of (young, associate);
  g_autoptr (SheafProblems) problems = NULL;

  young->birth = test_day ("2006-05-02"); /* 18 the day after joining */
  associate->birth = test_day ("2009-05-01");
  associate->kind = SHEAF_MEMBER_NON_CONTRIBUTING;
  problems = check (book, members);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 1);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 2, "birth", "younger"));
}

static void
test_refused_list_enters_nobody (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) members = list_of (new_member ("TV1", 2), new_member ("", 3));
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_member_insert (book, members, &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_assert_cmpint (sheaf_party_find (book, "TV1"), ==, 0);
}

static void
test_unknown_member_is_told (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafMember) member = NULL;
  g_autoptr (GError) error = NULL;

  member = sheaf_member_load (book, sheaf_party_find (book, "KH1"), &error);
  g_assert_null (member);
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_NOT_FOUND);
  g_assert_cmpint (sheaf_member_find (book, "KH1"), ==, 0);
}

static void
test_correction_keeps_what_stood_there (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  gint64 id = test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  g_autoptr (SheafMember) member = sheaf_member_load (book, id, NULL);
  g_autoptr (SheafMember) after = NULL;
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GError) error = NULL;
  const SheafMemberCorrection *latest;

  g_assert_true (sheaf_member_change (book, member, NULL, &error)); /* nothing differs */
  member->team = g_strdup ("Tổ 2");
  member->id_place = g_strdup ("Cục Cảnh sát");
  g_free (member->address);
  member->address = g_strdup ("Thôn Một");
  g_assert_true (sheaf_member_change (book, member, "Moved house", &error));
  g_assert_no_error (error);
  g_free (member->team);
  member->team = g_strdup ("Tổ 3");
  g_assert_true (sheaf_member_change (book, member, "Teams were merged", &error));
  after = sheaf_member_load (book, id, NULL);
  g_assert_cmpstr (after->team, ==, "Tổ 3");
  g_assert_cmpstr (after->address, ==, "Thôn Một");
  g_assert_cmpint (after->kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_true (after->agreement);
  corrections = sheaf_member_corrections (book, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (corrections->len, ==, 4);
  latest = g_ptr_array_index (corrections, 0);
  g_assert_cmpstr (latest->field, ==, "team");
  g_assert_cmpstr (latest->before, ==, "Tổ 2");
  g_assert_cmpstr (latest->after, ==, "Tổ 3");
  g_assert_cmpstr (latest->reason, ==, "Teams were merged");
}

static void
test_only_bodies_have_a_representative (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  gint64 id = test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  g_autoptr (SheafMember) member = sheaf_member_load (book, id, NULL);
  g_autoptr (GError) error = NULL;

  member->representative = g_strdup ("Nguyễn Thử Hai");
  g_assert_false (sheaf_member_change (book, member, NULL, &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_clear_error (&error);
  member->represents = g_strdup ("household");
  g_assert_true (sheaf_member_change (book, member, NULL, &error));
  g_assert_no_error (error);
}

static SheafMember *
person (const char *code,
        const char *name,
        const char *birth,
        const char *id_number)
{
  SheafMember *member = new_member (code, 0);

  g_free (member->name);
  member->name = g_strdup (name);
  member->birth = test_day (birth);
  member->id_number = g_strdup (id_number);
  return member;
}

/* One person with an old and a new card; two of one name born on other days. */
static void
test_duplicates (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray)
      members = test_list ((GDestroyNotify) sheaf_member_free,
                           person ("A1", "Trần Thị Hòa", "1970-01-31", "182345678"),
                           person ("A2", "TRAN THI HOA", "1970-01-31", "040170012345"),
                           person ("A3", "Trần Thị Hòa", "1982-05-06", NULL),
                           person ("B1", "Lê Văn Tám", "1980-01-01", NULL),
                           person ("B2", "Lê Văn Tám", "1980-01-02", NULL), NULL);
  SheafParty typed = { .name = "Tran Thi Hoa" };
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const SheafDuplicate *group;
  g_autofree char      *why = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_member_insert (book, members, &error));
  g_assert_no_error (error);
  groups = sheaf_party_duplicates (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  group = groups->pdata[0];
  why = sheaf_duplicate_reasons_to_text (group->reasons);
  g_assert_cmpstr (why, ==, "name-birth");
  g_assert_cmpuint (group->members, ==, 2);
  g_assert_cmpstr (((SheafParty *) group->parties->pdata[0])->code, ==, "A1");
  g_assert_cmpstr (((SheafParty *) group->parties->pdata[1])->code, ==, "A2");
  /* Typed again with the day of the third. */
  found = sheaf_party_likenesses (book, &typed, test_day ("1982-05-06"), &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((SheafLikeness *) found->pdata[0])->party->code, ==, "A3");
}

static void
test_an_unknown_bank_is_warned_of (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) members = list_of (new_member ("TV2", 2), new_member ("TV3", 3));
  g_autoptr (SheafProblems) problems = NULL;

  ((SheafMember *) members->pdata[0])->bank_bin = g_strdup ("970405");
  ((SheafMember *) members->pdata[1])->bank_bin = g_strdup ("970000");
  problems = check (book, members);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 1);
  g_assert_cmpstr (((SheafProblem *) problems->items->pdata[0])->column, ==, "bank_bin");
  g_assert_cmpuint (((SheafProblem *) problems->items->pdata[0])->line, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member/round-trip", test_round_trip);
  g_test_add_func ("/member/joining-twice-is-a-problem", test_joining_twice_is_a_problem);
  g_test_add_func ("/member/code-of-a-party-is-a-problem", test_code_of_a_party_is_a_problem);
  g_test_add_func ("/member/every-problem-is-told", test_every_problem_is_told);
  g_test_add_func ("/member/minors-are-a-warning", test_minors_are_a_warning);
  g_test_add_func ("/member/refused-list-enters-nobody", test_refused_list_enters_nobody);
  g_test_add_func ("/member/unknown-member-is-told", test_unknown_member_is_told);
  g_test_add_func ("/member/correction-keeps-what-stood-there",
                   test_correction_keeps_what_stood_there);
  g_test_add_func ("/member/only-bodies-have-a-representative",
                   test_only_bodies_have_a_representative);
  g_test_add_func ("/member/who-has-name-and-birth-of-another-is-found", test_duplicates);
  g_test_add_func ("/member/an-unknown-bank-is-warned-of", test_an_unknown_bank_is_warned_of);
  return g_test_run ();
}
