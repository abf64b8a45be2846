/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banks are data of the program; a number that the list does not have may still be right, as banks
 * come and go faster than programs. */
#include "ledger/bank.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"

#include <string.h>

static const char *const attached_key = "banks";

static void
free_bank (gpointer data)
{
  SheafBank *bank = data;

  g_free (bank->bin);
  g_free (bank->name);
  g_free (bank->code);
  g_free (bank->swift);
  g_free (bank);
}

static int
find_column (const GPtrArray *header,
             const char      *name)
{
  for (guint i = 0; i < header->len; i++)
    if (strcmp (header->pdata[i], name) == 0)
      return (int) i;
  return -1;
}

static char *
dup_field (const GPtrArray *fields,
           int              column)
{
  return g_strdup (column >= 0 && (guint) column < fields->len ? fields->pdata[column] : "");
}

/* A list that cannot be read tells of no bank: nothing may fail for want of it. */
static GPtrArray *
read_list (const char *text)
{
  GPtrArray *banks = g_ptr_array_new_with_free_func (free_bank);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  const GPtrArray *fields = sheaf_csv_reader_next (reader, NULL);
  int              columns[4] = { -1, -1, -1, -1 };
  const char      *names[] = { "bin", "name", "code", "swift" };

  for (guint i = 0; fields != NULL && i < G_N_ELEMENTS (names); i++)
    columns[i] = find_column (fields, names[i]);
  if (columns[0] < 0)
    return banks;
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      SheafBank *bank = g_new0 (SheafBank, 1);

      bank->bin = dup_field (fields, columns[0]);
      bank->name = dup_field (fields, columns[1]);
      bank->code = dup_field (fields, columns[2]);
      bank->swift = dup_field (fields, columns[3]);
      g_ptr_array_add (banks, bank);
    }
  return banks;
}

const GPtrArray *
sheaf_bank_list (SheafBook *book)
{
  GPtrArray       *banks;
  g_autofree char *law = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  banks = sheaf_book_attached (book, attached_key);
  if (banks != NULL)
    return banks;
  law = sheaf_setting_find (book, "law");
  if (law != NULL)
    name = g_strdup_printf ("banks/%.*s.csv", (int) strcspn (law, "-"), law);
  text = name != NULL ? sheaf_data_load_installed (name, NULL) : NULL;
  banks = text != NULL ? read_list (text) : g_ptr_array_new ();
  sheaf_book_attach (book, attached_key, banks, (GDestroyNotify) g_ptr_array_unref);
  return banks;
}

const SheafBank *
sheaf_bank_find (SheafBook  *book,
                 const char *bin)
{
  const GPtrArray *banks = sheaf_bank_list (book);

  for (guint i = 0; bin != NULL && i < banks->len; i++)
    if (strcmp (((const SheafBank *) banks->pdata[i])->bin, bin) == 0)
      return banks->pdata[i];
  return NULL;
}

char *
sheaf_bank_doubt (SheafBook  *book,
                  const char *bin)
{
  if (bin == NULL || *bin == '\0' || sheaf_bank_list (book)->len == 0 ||
      sheaf_bank_find (book, bin) != NULL)
    return NULL;
  return g_strdup_printf (_ ("no bank of the list has the number %s: look at the bank’s name "
                             "again before money goes there"),
                          bin);
}
