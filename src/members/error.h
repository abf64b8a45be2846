/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of keeping the member register. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_MEMBERS_ERROR_REFUSED,   /* an act that a rule forbids; the message is the first problem */
  SHEAF_MEMBERS_ERROR_NOT_FOUND, /* no such row */
} SheafMembersError;

#define SHEAF_MEMBERS_ERROR (sheaf_members_error_quark ())
GQuark sheaf_members_error_quark (void);
