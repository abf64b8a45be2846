/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances of one account that go the same way are one line, however many parties they have. */
#include "app/carry-page.h"

#include "app/carry-question.h"
#include "app/format.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/language.h"

struct _SheafCarryPage
{
  AdwBin            parent_instance;
  SheafOpeningMap  *map;
  GPtrArray        *questions; /* of SheafCarryQuestion */
  SheafProblemList *problems;
  GtkLabel         *intro;
  GtkBox           *question_box;
  AdwExpanderRow   *decided_row;
  GPtrArray        *decided; /* rows of decided_row */
};

G_DEFINE_FINAL_TYPE (SheafCarryPage, sheaf_carry_page, ADW_TYPE_BIN)

static void
clear_page (SheafCarryPage *page)
{
  for (guint i = 0; i < page->questions->len; i++)
    gtk_box_remove (page->question_box, page->questions->pdata[i]);
  for (guint i = 0; i < page->decided->len; i++)
    adw_expander_row_remove (page->decided_row, page->decided->pdata[i]);
  g_ptr_array_set_size (page->questions, 0);
  g_ptr_array_set_size (page->decided, 0);
  sheaf_problem_list_show (page->problems, NULL);
}

static void
add_decided (SheafCarryPage        *page,
             const SheafMapBalance *balance,
             SheafMoney             sum)
{
  const SheafChart *chart = sheaf_chart_get (page->map->target, NULL); /* loaded with the map */
  const char       *target = balance->targets[0];
  GtkWidget        *row = adw_action_row_new ();
  g_autofree char  *figure = sheaf_format_figure (sum.units < 0 ? sheaf_money_neg (sum) : sum);
  g_autofree char  *name = g_markup_escape_text (
       sheaf_account_name (sheaf_chart_by_code (chart, target), sheaf_language_current ()), -1);
  g_autofree char *title = g_str_equal (balance->account, target)
                               ? g_strdup_printf ("%s  %s", target, name)
                               : g_strdup_printf ("%s → %s  %s", balance->account, target, name);
  g_autofree char *side = g_strdup_printf (sum.units < 0 ? _ ("credit %s") : _ ("debit %s"),
                                           figure);
  GtkWidget *label = gtk_label_new (side);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_expander_row_add_row (page->decided_row, row);
  g_ptr_array_add (page->decided, row);
}

/* The sum of the decided balances of one account from a place on; ret_next is the place after
 * them. */
static SheafMoney
sum_account (const SheafOpeningMap *map,
             guint                  from,
             guint                 *ret_next)
{
  const SheafMapBalance *first = map->balances->pdata[from];
  SheafMoney             sum = SHEAF_MONEY_ZERO;
  guint                  i = from;

  for (; i < map->balances->len; i++)
    {
      const SheafMapBalance *balance = map->balances->pdata[i];

      if (balance->question != NULL || !g_str_equal (balance->account, first->account))
        break;
      sum = sheaf_money_add (sum, balance->amount);
    }
  *ret_next = i;
  return sum;
}

static void
fill_page (SheafCarryPage *page)
{
  SheafOpeningMap *map = page->map;

  for (guint i = 0; i < map->balances->len;)
    {
      SheafMapBalance *balance = map->balances->pdata[i];

      if (balance->question != NULL)
        {
          GtkWidget *question = sheaf_carry_question_new (map, balance);

          g_ptr_array_add (page->questions, question);
          gtk_box_append (page->question_box, question);
          i++;
        }
      else
        {
          SheafMoney sum = sum_account (map, i, &i);

          add_decided (page, balance, sum);
        }
    }
}

void
sheaf_carry_page_show (SheafCarryPage  *page,
                       SheafOpeningMap *map)
{
  g_autofree char *intro = NULL;
  g_autofree char *count = NULL;
  guint            n;

  clear_page (page);
  page->map = map;
  if (map == NULL)
    return;
  fill_page (page);
  n = page->questions->len;
  intro = n == 0 ? g_strdup_printf (_ ("Everything that stood in the old book at the end of %d has "
                                       "its place in the new one."),
                                    map->year)
                 : g_strdup_printf (
                       g_dngettext (GETTEXT_PACKAGE,
                                    "At the end of %d there is %u balance whose place only you "
                                    "know. Tick the account; tick several to divide it.",
                                    "At the end of %d there are %u balances whose place only you "
                                    "know. Tick the account; tick several to divide one.",
                                    n),
                       map->year, n);
  gtk_label_set_label (page->intro, intro);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u account", "%u accounts",
                                        page->decided->len),
                           page->decided->len);
  adw_expander_row_set_subtitle (page->decided_row, count);
  gtk_widget_set_visible (GTK_WIDGET (page->decided_row), page->decided->len > 0);
}

/* The questions stand below, so what is not answered is only named. */
static gboolean
tell_unanswered (SheafCarryPage *page)
{
  g_autoptr (GString) open = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < page->map->balances->len; i++)
    {
      const SheafMapBalance *balance = page->map->balances->pdata[i];

      if (balance->parts->len == 0)
        g_string_append_printf (open, "%s%s%s%s", open->len > 0 ? ", " : "", balance->account,
                                *balance->item != '\0' ? " " : "", balance->item);
    }
  if (open->len == 0)
    return FALSE;
  text = g_strdup_printf (_ ("No account is ticked yet for %s: tick one."), open->str);
  sheaf_problem_list_show_text (page->problems, text);
  return TRUE;
}

gboolean
sheaf_carry_page_answer (SheafCarryPage *page)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (guint i = 0; i < page->questions->len; i++)
    sheaf_carry_question_answer (page->questions->pdata[i], page->map, problems);
  if (problems->errors == 0 && tell_unanswered (page))
    return FALSE;
  sheaf_opening_map_check (page->map, NULL, problems);
  sheaf_problem_list_show (page->problems, problems);
  return problems->errors == 0;
}

static void
sheaf_carry_page_finalize (GObject *object)
{
  SheafCarryPage *page = SHEAF_CARRY_PAGE (object);

  g_ptr_array_unref (page->questions);
  g_ptr_array_unref (page->decided);
  G_OBJECT_CLASS (sheaf_carry_page_parent_class)->finalize (object);
}

static void
sheaf_carry_page_class_init (SheafCarryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_carry_page_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/sheaf/Sheaf/ui/carry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafCarryPage, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafCarryPage, intro);
  gtk_widget_class_bind_template_child (widget_class, SheafCarryPage, question_box);
  gtk_widget_class_bind_template_child (widget_class, SheafCarryPage, decided_row);
}

static void
sheaf_carry_page_init (SheafCarryPage *page)
{
  page->questions = g_ptr_array_new ();
  page->decided = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (page));
}
