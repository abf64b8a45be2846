/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every entry of one account in the year, with the account across and the balance after it. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_ACCOUNT_REGISTER (sheaf_account_register_get_type ())
G_DECLARE_FINAL_TYPE (SheafAccountRegister, sheaf_account_register, SHEAF, ACCOUNT_REGISTER, AdwBin)

/* Reads an account (a group means all under it) of the year that the page's session shows. */
void sheaf_account_register_show (SheafAccountRegister *self,
                                  SheafPage            *page,
                                  const char           *code);
