/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims and debts of a day: letters made, sent, answered, differences put on the books. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_CONFIRMATION_PAGE (sheaf_confirmation_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafConfirmationPage,
                      sheaf_confirmation_page,
                      SHEAF,
                      CONFIRMATION_PAGE,
                      SheafPage)
