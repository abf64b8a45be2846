/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a map between two charts: questions, answers, and the balances carried over. */
#include "base/csv-reader.h"
#include "base/csv-writer.h"
#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/opening-map.h"

#include <string.h>

enum
{
  ACCOUNT,
  PARTY,
  ITEM,
  NEW_ACCOUNT,
  AMOUNT,
  BALANCE,
  SIDE,
  CHOICES,
  QUESTION,
  N_COLUMNS
};

static const char *const columns[] = { "account", "party", "item", "new_account", "amount",
                                       "balance", "side", "choices", "question", NULL };

/* Where each column stands; -1: nowhere. */
static gboolean
read_header (SheafCsvReader *reader,
             const char     *path,
             int            *places,
             SheafProblems  *problems)
{
  const GPtrArray *fields = sheaf_csv_reader_next (reader, NULL);
  guint            before = problems->errors;

  for (guint c = 0; c < N_COLUMNS; c++)
    places[c] = -1;
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      guint c = 0;

      while (c < N_COLUMNS && strcmp (columns[c], fields->pdata[i]) != 0)
        c++;
      if (c < N_COLUMNS)
        places[c] = (int) i;
      else
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, path, 1, fields->pdata[i],
                            _ ("there is no such column in a file of answers, take it out"));
    }
  if (places[ACCOUNT] < 0 || places[NEW_ACCOUNT] < 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, path, 1, NULL,
                        _ ("the columns account and new_account are missing: begin with the file "
                           "that --questions writes"));
  return problems->errors == before;
}

static const char *
field_at (const GPtrArray *fields,
          const int       *places,
          guint            column)
{
  gboolean there = places[column] >= 0 && places[column] < (int) fields->len;

  return there ? fields->pdata[places[column]] : "";
}

static void
read_answer (SheafOpeningMap *map,
             const GPtrArray *fields,
             const int       *places,
             const char      *path,
             guint            line,
             SheafProblems   *problems)
{
  const char *new_account = field_at (fields, places, NEW_ACCOUNT);
  const char *text = field_at (fields, places, AMOUNT);
  SheafMoney  amount = SHEAF_MONEY_ZERO;
  g_autoptr (GError) cause = NULL;

  if (*new_account == '\0')
    return; /* not answered yet: told by the check */
  if (*text != '\0' && (!sheaf_money_parse (text, &amount, &cause) || amount.units == 0))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, path, line, "amount",
                        _ ("“%s” is no amount: write digits only, or leave it empty for the whole "
                           "balance"),
                        text);
  else
    sheaf_opening_map_decide (map, field_at (fields, places, ACCOUNT),
                              field_at (fields, places, PARTY), field_at (fields, places, ITEM),
                              new_account, amount, path, line, problems);
}

gboolean
sheaf_opening_map_read (SheafOpeningMap *map,
                        const char      *path,
                        SheafProblems   *problems,
                        GError         **error)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) cause = NULL;
  const GPtrArray *fields;
  int              places[N_COLUMNS];

  if (reader == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (!read_header (reader, name, places, problems))
    return TRUE;
  while ((fields = sheaf_csv_reader_next (reader, &cause)) != NULL)
    read_answer (map, fields, places, name, sheaf_csv_reader_line (reader), problems);
  if (cause != NULL)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, name, sheaf_csv_reader_line (reader), NULL,
                        "%s", cause->message);
  return TRUE;
}

static void
add_question (GString               *text,
              const SheafMapBalance *balance)
{
  gboolean          credit = balance->amount.units < 0;
  SheafMoney        size = credit ? sheaf_money_neg (balance->amount) : balance->amount;
  g_autofree char  *amount = sheaf_money_to_text (size);
  g_autofree char  *choices = g_strjoinv (" ", balance->targets);
  const char *const fields[] = { balance->account,
                                 balance->party,
                                 balance->item,
                                 "",
                                 "",
                                 amount,
                                 credit ? "credit" : "debit",
                                 choices,
                                 balance->question,
                                 NULL };

  sheaf_csv_append_record (text, fields);
}

GString *
sheaf_opening_map_questions (const SheafOpeningMap *map)
{
  GString *text = g_string_new (NULL);

  sheaf_csv_append_record (text, columns);
  for (guint i = 0; i < map->balances->len; i++)
    if (((SheafMapBalance *) map->balances->pdata[i])->question != NULL)
      add_question (text, map->balances->pdata[i]);
  return text;
}

static void
add_part (GString               *text,
          const SheafMapBalance *balance,
          guint                  part)
{
  gboolean debit = balance->amount.units > 0 ||
                   (balance->amount.units == 0 && balance->foreign > 0);
  g_autofree char *amount = sheaf_money_to_text (sheaf_map_part_amount (balance, part));
  g_autofree char *foreign = g_strdup_printf ("%" G_GINT64_FORMAT, balance->foreign);
  gboolean         nameless = *balance->party == '\0' && *balance->item == '\0' &&
                      balance->new_item != NULL;
  const char       *item = nameless ? balance->new_item : balance->item;
  const char *const fields[] = { g_array_index (balance->parts, SheafMapPart, part).account,
                                 debit ? amount : "",
                                 debit ? "" : amount,
                                 balance->party,
                                 item,
                                 balance->currency != NULL ? balance->currency : "",
                                 balance->currency != NULL ? foreign : "",
                                 NULL };

  sheaf_csv_append_record (text, fields);
}

GString *
sheaf_opening_map_text (const SheafOpeningMap *map)
{
  static const char *const header[] = { "account", "debit", "credit", "party", "item",
                                        "currency", "foreign_amount", NULL };
  GString                 *text = g_string_new (NULL);

  sheaf_csv_append_record (text, header);
  for (guint i = 0; i < map->balances->len; i++)
    {
      const SheafMapBalance *balance = map->balances->pdata[i];

      for (guint part = 0; part < balance->parts->len; part++)
        add_part (text, balance, part);
    }
  return text;
}
