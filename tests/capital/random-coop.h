/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Co-ops at random, with a plain record of their own of what was accepted: the properties compare
 * what the book says with what this record says when it is counted again from zero. */
#pragma once

#include "capital/event.h"
#include "members/membership.h"

#define COOP_MEMBERS 7

/* A capital event that was accepted. */
typedef struct
{
  gint64           id;
  SheafDate        day;
  SheafCapitalKind event;
  guint            who;
  guint            to; /* of a transfer */
  gint64           amount;
  gboolean         gone; /* taken back since, or its voucher reversed */
} CoopEvent;

/* Likewise a membership event. */
typedef struct
{
  gint64              id;
  SheafDate           day;
  SheafMembershipKind event;
  SheafMemberKind     kind; /* of joining and changing */
  guint               who;
  gboolean            gone;
} CoopFact;

typedef struct
{
  SheafBook *book;
  gint64     ids[COOP_MEMBERS]; /* of their parties, in code order */
  GArray    *events;            /* of CoopEvent, as entered */
  GArray    *facts;             /* of CoopFact, as entered */
  guint      refused;           /* how many acts were */
} Coop;

/* How one stands at the end of a day. */
typedef struct
{
  SheafMemberKind kind;
  gboolean        joined; /* once up to the day */
  gint64          committed;
  gint64          paid;
  gint64          untaxed;
} CoopStanding;

/* Seven people, five of them members from the first day. */
Coop *coop_new (void);
void  coop_free (Coop *coop);

/* Tries something: an event of capital or membership, a debt, income that is declared, a
 * certificate, or taking something back. */
void coop_act (Coop *coop);

/* Pays in what is promised on the first day; for a co-op where nothing else was done yet. */
void coop_pay_up (Coop *coop,
                  guint who);

SheafDate coop_any_day (void);

/* Counted from zero by the record alone. */
CoopStanding coop_standing (const Coop *coop,
                            guint       who,
                            SheafDate   on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Coop, coop_free)
