/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of making papers. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_DOCUMENTS_ERROR_FONT,  /* no installed font has every Vietnamese letter */
  SHEAF_DOCUMENTS_ERROR_DATA,  /* a file of texts or rules that is missing or not as it should be */
  SHEAF_DOCUMENTS_ERROR_PDF,   /* libharu refused to go on (memory, its limits) */
  SHEAF_DOCUMENTS_ERROR_EMPTY, /* a paper that has nothing to show yet */
} SheafDocumentsError;

#define SHEAF_DOCUMENTS_ERROR (sheaf_documents_error_quark ())
GQuark sheaf_documents_error_quark (void);
