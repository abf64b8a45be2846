/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of making papers. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_DOCUMENTS_ERROR_FONT,   /* no installed font has every Vietnamese letter */
  SHEAF_DOCUMENTS_ERROR_DATA,   /* texts or rules that are missing or not as they should be */
  SHEAF_DOCUMENTS_ERROR_PDF,    /* libharu refused to go on (memory, its limits) */
  SHEAF_DOCUMENTS_ERROR_EMPTY,  /* a paper that has nothing to show yet */
  SHEAF_DOCUMENTS_ERROR_NAME,   /* no paper of that name */
  SHEAF_DOCUMENTS_ERROR_FOLDER, /* a folder that cannot be made */
} SheafDocumentsError;

#define SHEAF_DOCUMENTS_ERROR (sheaf_documents_error_quark ())
GQuark sheaf_documents_error_quark (void);
