/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account is for: what belongs there, what must be kept, its usual entries. */
#pragma once

#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_ACCOUNT_HELP_DIALOG (sheaf_account_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafAccountHelpDialog,
                      sheaf_account_help_dialog,
                      SHEAF,
                      ACCOUNT_HELP_DIALOG,
                      AdwWindow)

/* A code that the chart lacks: says where its content goes instead. */
GtkWidget *sheaf_account_help_dialog_new (GtkWindow    *parent,
                                          SheafSession *session,
                                          const char   *code);
