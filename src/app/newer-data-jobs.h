/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Law and forms of a book beside the program's, for any thread. */
#pragma once

#include <gio/gio.h>

typedef enum
{
  SHEAF_NEWER_LAW,
  SHEAF_NEWER_FORMS,
  SHEAF_NEWER_KINDS,
} SheafNewerKind;

/* What of one kind may be taken in. */
typedef struct
{
  int      year;     /* the first for which it may */
  guint    count;    /* values that differ; 0: none */
  char    *examples; /* the first of them, a line each; "" when none differs */
  gboolean taken;    /* something holds from this year on that can be taken back */
} SheafNewer;

typedef struct
{
  SheafNewer kinds[SHEAF_NEWER_KINDS];
} SheafNewerAll;

typedef struct
{
  SheafNewerKind kind;
  int            year;
  gboolean       back; /* take back instead of in */
} SheafNewerAct;

void sheaf_newer_free (SheafNewerAll *all);

/* Job functions (app/jobs.h): the first gives SheafNewerAll, the second does a SheafNewerAct. */
gpointer sheaf_newer_read_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_newer_act_job (gpointer connection,
                              gpointer data,
                              GError **error);
