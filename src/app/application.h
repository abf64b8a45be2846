/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one process, a window each for the books it is asked to open. */
#pragma once

#include <adwaita.h>

#define SHEAF_TYPE_APPLICATION (sheaf_application_get_type ())
G_DECLARE_FINAL_TYPE (SheafApplication, sheaf_application, SHEAF, APPLICATION, AdwApplication)

/* flags are added to the program's own; tests pass G_APPLICATION_NON_UNIQUE. */
SheafApplication *sheaf_application_new (GApplicationFlags flags);

/* Light, dark and text size as the settings say; called again when they change. */
void sheaf_application_apply_settings (void);
