/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program's law and forms are newer than the book's: tells it, takes them in and back. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_NEWER_DATA (sheaf_newer_data_get_type ())
G_DECLARE_FINAL_TYPE (SheafNewerData, sheaf_newer_data, SHEAF, NEWER_DATA, AdwPreferencesGroup)

/* Compares the book of the page with the program; rows come when that is read. The page is kept. */
void sheaf_newer_data_show (SheafNewerData *group,
                            SheafPage      *page);
