/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the built sheaf-cli as its users do: as a process. */
#pragma once

#include "helpers/book.h"
#include "helpers/paper.h"

typedef struct
{
  int   status; /* the exit status */
  char *out;
  char *err;
} TestRun;

/* Runs sheaf-cli with the words given, in English; NULL closes the list. */
TestRun *test_run (const char *command,
                   ...) G_GNUC_NULL_TERMINATED;
TestRun *test_run_words (const char *const *words);
void     test_run_free (TestRun *run);

/* Runs it and expects it to be done; gives what it printed. */
char *test_done (const char *command,
                 ...) G_GNUC_NULL_TERMINATED;

/* The same where what it prints does not matter. */
void test_do (const char *command,
              ...) G_GNUC_NULL_TERMINATED;

/* Fails the test, showing both outputs, unless the status is this one. */
void test_run_expect (const TestRun *run,
                      int            status);

/* Fails the test, showing text, unless it contains part. */
void test_contains (const char *text,
                    const char *part);

/* A file with this text in the folder; length -1: up to its NUL. Gives its path. */
char *test_file (const char *folder,
                 const char *name,
                 const char *text,
                 gssize      length);

/* A new book of 2025 in the folder, with the parties KH1, NCC1 and NLD1. Gives its path. */
char *test_cli_book (const char *folder);

/* The fixture of most tests of the command line: a folder with test_cli_book in it. */
typedef struct
{
  char *folder;
  char *book;
} TestCliFixture;

/* As GLib's fixture functions; data is not looked at. */
void test_cli_set_up (TestCliFixture *fixture,
                      gconstpointer   data);

/* The path of one of the sample co-op's files. */
char *test_cli_sample (const char *name);

/* The sample's year 2025 instead: all that is in its files, not closed and without a plan. */
void test_cli_set_up_sample (TestCliFixture *fixture,
                             gconstpointer   data);

/* Closes the sample's year, stores its plan and approves it. */
void test_cli_approve_sample (const TestCliFixture *fixture);

/* The sample's year 2025, closed, approved, and posted on 2026-04-17. */
void test_cli_set_up_shares (TestCliFixture *fixture,
                             gconstpointer   data);
void test_cli_tear_down (TestCliFixture *fixture,
                         gconstpointer   data);

/* The text of a CSV file goes into the fixture's book; every row must be taken. */
void test_import (const TestCliFixture *fixture,
                  const char           *kind,
                  const char           *text);

/* Every file of the folder with the digest of its bytes, a line each, in order: equal texts mean
 * that nothing changed. */
char *test_folder_state (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestRun, test_run_free)
