/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads. The file is read anew when it is applied: what is written is what it says
 * then, and the core judges it again. */
#include "app/payouts/result-jobs.h"

void
sheaf_result_wish_free (SheafResultWish *wish)
{
  if (wish == NULL)
    return;
  g_free (wish->form);
  g_free (wish->path);
  g_free (wish);
}

void
sheaf_result_look_free (SheafResultLook *look)
{
  if (look == NULL)
    return;
  sheaf_bank_result_free (look->file);
  sheaf_problems_free (look->problems);
  g_clear_error (&look->refusal);
  g_free (look);
}

static SheafBankResult *
read_file (SheafBook             *book,
           const SheafResultWish *wish,
           SheafProblems         *problems,
           GError               **error)
{
  g_autoptr (SheafBankResultForm) form = sheaf_bank_result_form_load (book, wish->form, error);

  return form != NULL ? sheaf_bank_result_read (book, form, wish->path, problems, error) : NULL;
}

gpointer
sheaf_result_look_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafResultWish *wish = data;
  SheafResultLook       *look = g_new0 (SheafResultLook, 1);

  (void) error; /* a refusal is part of the look */
  look->problems = sheaf_problems_new ();
  look->file = read_file (connection, wish, look->problems, &look->refusal);
  if (look->file != NULL)
    (void) sheaf_payout_result_check (connection, wish->batch_id, look->file->answers, wish->date,
                                      look->problems, &look->result, &look->refusal);
  return look;
}

gpointer
sheaf_result_apply_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafResultWish *wish = data;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBankResult) file = read_file (connection, wish, problems, error);
  SheafPayoutResult result = { 0 };

  if (file == NULL || !sheaf_payout_result_apply (connection, wish->batch_id, file->answers,
                                                  wish->date, problems, &result, error))
    return NULL;
  return g_memdup2 (&result, sizeof result);
}

gpointer
sheaf_result_forms_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  g_autoptr (GPtrArray) ids = sheaf_bank_result_form_list (connection);
  g_autoptr (GPtrArray)
      forms = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_bank_result_form_free);

  (void) data;
  for (guint i = 0; i < ids->len; i++)
    {
      SheafBankResultForm *form = sheaf_bank_result_form_load (connection, ids->pdata[i], error);

      if (form == NULL)
        return NULL;
      g_ptr_array_add (forms, form);
    }
  return g_steal_pointer (&forms);
}
