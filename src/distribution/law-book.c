/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the law packs of a book. */
#include "distribution/law-book.h"

#include "book/data.h"
#include "book/setting.h"

static char *
find_law (SheafBook *book,
          char     **ret_file)
{
  char *id = sheaf_setting_find (book, "law");

  if (id == NULL)
    id = g_strdup ("vn-2023");
  *ret_file = sheaf_data_law_file (id, sheaf_book_is_union (book));
  return id;
}

static SheafLaw *
load_on (SheafBook *book,
         SheafDate  on,
         GError   **error)
{
  g_autofree char *file = NULL;
  g_autofree char *id = find_law (book, &file);
  g_autofree char *text = sheaf_data_load_on (book, file, on, error);

  return text != NULL ? sheaf_law_parse (text, id, error) : NULL;
}

SheafLaw *
sheaf_law_of_book (SheafBook *book,
                   GError   **error)
{
  return load_on (book, SHEAF_DATE_NONE, error);
}

SheafLaw *
sheaf_law_of_year (SheafBook *book,
                   int        year,
                   GError   **error)
{
  return load_on (book, sheaf_book_year_end (book, year), error);
}

SheafLaw *
sheaf_law_of_payments (SheafBook *book,
                       GError   **error)
{
  SheafLaw        *law = sheaf_law_of_book (book, error);
  g_autofree char *file = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SheafLaw) now = NULL;

  if (law == NULL || law->rules->treatments->len > 0 || law->rules->taxes->len > 0)
    return law;
  id = find_law (book, &file);
  text = sheaf_data_load_installed (file, NULL);
  now = text != NULL ? sheaf_law_parse (text, id, NULL) : NULL;
  if (now != NULL) /* a law that the program has no longer says nothing */
    sheaf_law_take_taxes (law, now);
  return law;
}

GPtrArray *
sheaf_law_list (SheafBook *book,
                GError   **error)
{
  g_autofree char *file = NULL;
  g_autofree char *id = find_law (book, &file);
  g_autoptr (GPtrArray) laws = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_law_free);
  g_auto (GStrv) texts = sheaf_data_texts (book, file, error);

  for (char **text = texts; text != NULL && *text != NULL; text++)
    {
      SheafLaw *law = sheaf_law_parse (*text, id, error);

      if (law == NULL)
        return NULL;
      g_ptr_array_add (laws, law);
    }
  return texts != NULL ? g_steal_pointer (&laws) : NULL;
}

char *
sheaf_law_file (SheafBook *book)
{
  char *file = NULL;

  g_free (find_law (book, &file));
  return file;
}
