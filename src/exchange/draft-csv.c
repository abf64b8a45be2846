/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell says is judged when the draft is posted; here only the columns must be known. */
#include "exchange/draft-csv.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "exchange/error.h"

#include <string.h>

#define COLUMNS_MAX 64

typedef enum
{
  HEAD_NUMBER,
  HEAD_DATE,
  HEAD_KIND,
  HEAD_NONE,
} Head;

static const char *const heads[] = { "number", "date", "kind" };

/* Where a column goes: to the voucher, or to a cell of its rows. */
typedef struct
{
  Head           head;
  SheafDraftCell cell; /* when head is HEAD_NONE */
} Place;

typedef struct
{
  SheafCsvReader *csv;
  const char     *path;
  SheafProblems  *problems;
  Place           places[COLUMNS_MAX];
  guint           n;
  GPtrArray      *drafts;
} Reader;

static gboolean
find_place (const char *name,
            Place      *ret_place)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (name, heads[i]) == 0)
      {
        *ret_place = (Place){ (Head) i, 0 };
        return TRUE;
      }
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    if (strcmp (name, sheaf_draft_cell_name ((SheafDraftCell) i)) == 0)
      {
        *ret_place = (Place){ HEAD_NONE, (SheafDraftCell) i };
        return TRUE;
      }
  return FALSE;
}

static void
read_header (Reader          *reader,
             const GPtrArray *fields)
{
  reader->n = fields->len;
  for (guint i = 0; i < fields->len; i++)
    if (i >= COLUMNS_MAX ||
        !find_place (fields->pdata[i], &reader->places[MIN (i, COLUMNS_MAX - 1)]))
      sheaf_problems_add (reader->problems, SHEAF_PROBLEM_ERROR, reader->path, 1, NULL,
                          _ ("“%s” is no column of vouchers that a draft can have: remove it"),
                          (const char *) fields->pdata[i]);
}

static const char *
head_of (const Reader    *reader,
         const GPtrArray *fields,
         Head             head)
{
  for (guint i = 0; i < reader->n; i++)
    if (reader->places[i].head == head)
      return fields->pdata[i];
  return "";
}

/* The draft that the record goes on with, or a new one. */
static SheafDraft *
draft_of (Reader          *reader,
          const GPtrArray *fields)
{
  SheafDraft *last = reader->drafts->len > 0
                         ? reader->drafts->pdata[reader->drafts->len - 1]
                         : NULL;
  SheafDraft *draft;

  if (last != NULL && strcmp (last->kind, head_of (reader, fields, HEAD_KIND)) == 0 &&
      strcmp (last->number, head_of (reader, fields, HEAD_NUMBER)) == 0 &&
      strcmp (last->date, head_of (reader, fields, HEAD_DATE)) == 0)
    return last;
  draft = sheaf_draft_new (head_of (reader, fields, HEAD_KIND));
  sheaf_draft_set (&draft->number, head_of (reader, fields, HEAD_NUMBER));
  sheaf_draft_set (&draft->date, head_of (reader, fields, HEAD_DATE));
  g_ptr_array_add (reader->drafts, draft);
  return draft;
}

static void
read_record (Reader          *reader,
             const GPtrArray *fields)
{
  SheafDraft    *draft;
  SheafDraftRow *row;
  char          *description;

  if (fields->len != reader->n)
    {
      sheaf_problems_add (reader->problems, SHEAF_PROBLEM_ERROR, reader->path,
                          sheaf_csv_reader_line (reader->csv), NULL,
                          _ ("the row has %u fields and the header %u, put text with commas in "
                             "quotes and fill or remove fields"),
                          fields->len, reader->n);
      return;
    }
  draft = draft_of (reader, fields);
  row = sheaf_draft_add_row (draft);
  for (guint i = 0; i < reader->n; i++)
    if (reader->places[i].head == HEAD_NONE)
      sheaf_draft_set (&row->cells[reader->places[i].cell], fields->pdata[i]);
  description = row->cells[SHEAF_DRAFT_DESCRIPTION];
  if (draft->rows->len == 1)
    sheaf_draft_set (&draft->description, description);
  if (strcmp (description, draft->description) == 0)
    sheaf_draft_set (&row->cells[SHEAF_DRAFT_DESCRIPTION], NULL);
}

static gboolean
fail (GError    **error,
      const char *path,
      const char *why)
{
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE, "%s: %s", path, why);
  return FALSE;
}

static gboolean
read_file (Reader  *reader,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  const GPtrArray *fields = sheaf_csv_reader_next (reader->csv, &failure);

  if (fields != NULL)
    read_header (reader, fields);
  else if (failure == NULL)
    return fail (error, reader->path,
                 _ ("the file is empty, its first line must name the columns"));
  while (failure == NULL && reader->problems->errors == 0 &&
         (fields = sheaf_csv_reader_next (reader->csv, &failure)) != NULL)
    read_record (reader, fields);
  if (failure != NULL)
    return fail (error, reader->path, failure->message);
  return TRUE;
}

GPtrArray *
sheaf_draft_csv_read (const char    *path,
                      SheafProblems *problems,
                      GError       **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SheafCsvReader) csv = sheaf_csv_reader_open (path, &failure);
  g_autoptr (GPtrArray)
      drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_draft_free);
  Reader reader = { .csv = csv, .path = path, .problems = problems, .drafts = drafts };
  guint  errors = problems->errors;

  if (csv == NULL)
    (void) fail (error, path, failure->message); /* the error says it */
  else if (read_file (&reader, error) && problems->errors == errors)
    return g_steal_pointer (&drafts);
  else if (error == NULL || *error == NULL)
    (void) fail (error, path, _ ("no draft was taken: mend the columns and rows first"));
  return NULL;
}
