/* grammar.h: a language's words and rules, as the static tables that the program in gen/ makes of lang/. */
#ifndef ENGINE_GRAMMAR_H
#define ENGINE_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What stands between two neighbouring words, as a set of bits: a pattern says which it allows. */
#define GAPS(X)                                                                                                        \
    X(NONE, '~')  /* nothing: "5pm" */                                                                                 \
    X(SPACE, ' ') /* white space of one paragraph */                                                                   \
    X(COMMA, ',')                                                                                                      \
    X(DASH, '-') /* a hyphen or any dash, with or without spaces around */                                             \
    X(SLASH, '/')                                                                                                      \
    X(COLON, ':')                                                                                                      \
    X(DOT, '.')                                                                                                        \
    X(APOSTROPHE, '\'')                                                                                                \
    X(BRACKET, '(') /* an opening or closing bracket */                                                                \
    X(PLUS, '+')                                                                                                       \
    X(AMPERSAND, '&')                                                                                                  \
    X(OTHER, 0) /* anything else: never part of a pattern */

enum gap_index {
#define X(name, sign) GAP_INDEX_##name,
    GAPS(X)
#undef X
};
enum gap_bit {
#define X(name, sign) GAP_##name = 1 << GAP_INDEX_##name,
    GAPS(X)
#undef X
        GAP_ANY = (GAP_OTHER << 1) - 1
};

/* Rules call constructors by name; build.c has one function for each. */
#define CONSTRUCTORS(X)                                                                                                \
    X(named)                                                                                                           \
    X(named_alone)                                                                                                     \
    X(nth_named)                                                                                                       \
    X(night_before)                                                                                                    \
    X(cued_day)                                                                                                        \
    X(part_with_year)                                                                                                  \
    X(with_year)                                                                                                       \
    X(saints_day)                                                                                                      \
    X(eve)                                                                                                             \
    X(feast_eve)                                                                                                       \
    X(weekday_near)                                                                                                    \
    X(nth_weekday)                                                                                                     \
    X(week_of_month_in)                                                                                                \
    X(nth_weekday_in)                                                                                                  \
    X(weekday_of_month_said)                                                                                           \
    X(weekday_in_week)                                                                                                 \
    X(weekday_part_in_week)                                                                                            \
    X(day_in)                                                                                                          \
    X(quarter)                                                                                                         \
    X(last_day)                                                                                                        \
    X(last_day_but_one)                                                                                                \
    X(last_but_one)                                                                                                    \
    X(weekend_alone)                                                                                                   \
    X(weekend_doubted)                                                                                                 \
    X(new_year)                                                                                                        \
    X(ago_weekday)                                                                                                     \
    X(quarter_said)                                                                                                    \
    X(quarter_relative)                                                                                                \
    X(named_relative)                                                                                                  \
    X(days_off)                                                                                                        \
    X(repeat_named)                                                                                                    \
    X(repeat_date)                                                                                                     \
    X(repeat_weekday)                                                                                                  \
    X(repeat_season)                                                                                                   \
    X(with_moment)                                                                                                     \
    X(third_weekday)                                                                                                   \
    X(third_of_last)                                                                                                   \
    X(longer_length)                                                                                                   \
    X(unlike_lengths)                                                                                                  \
    X(compound_length)                                                                                                 \
    X(clocked_length)                                                                                                  \
    X(century_range)                                                                                                   \
    X(old_season)                                                                                                      \
    X(quarter_in)                                                                                                      \
    X(half)                                                                                                            \
    X(bells)                                                                                                           \
    X(watch)                                                                                                           \
    X(regnal_year)                                                                                                     \
    X(named_period)                                                                                                    \
    X(reported)                                                                                                        \
    X(day_of_year)                                                                                                     \
    X(night_of_days)                                                                                                   \
    X(hours_counted)                                                                                                   \
    X(hijri_year)                                                                                                      \
    X(hijri_date)                                                                                                      \
    X(before_present)                                                                                                  \
    X(city_year)                                                                                                       \
    X(longer_length_from_now)                                                                                          \
    X(weekend_of_feast)                                                                                                \
    X(event_behind)                                                                                                    \
    X(old_years_of_life)                                                                                               \
    X(catalogue_years)                                                                                                 \
    X(weekend_near)                                                                                                    \
    X(ago_on_day)                                                                                                      \
    X(first_or_last)                                                                                                   \
    X(first_or_last_of)                                                                                                \
    X(fiscal_relative)                                                                                                 \
    X(spelled_hundreds)                                                                                                \
    X(length_about)                                                                                                    \
    X(length_fraction)                                                                                                 \
    X(repeat_alone)                                                                                                    \
    X(repeat_month)                                                                                                    \
    X(repeat_parts)                                                                                                    \
    X(repeat_day)                                                                                                      \
    X(repeat_nth)                                                                                                      \
    X(clock_into)                                                                                                      \
    X(clock_words_about)                                                                                               \
    X(clock_words_told)                                                                                                \
    X(hour_to)                                                                                                         \
    X(time_to_hour)                                                                                                    \
    X(clocks_till)                                                                                                     \
    X(hours_between)                                                                                                   \
    X(fiscal)                                                                                                          \
    X(iso_week)                                                                                                        \
    X(weekend_of_day)                                                                                                  \
    X(spaced)                                                                                                          \
    X(no_year)                                                                                                         \
    X(given_name)                                                                                                      \
    X(surname)                                                                                                         \
    X(behind_mark)                                                                                                     \
    X(behind_code)                                                                                                     \
    X(ends_item)                                                                                                       \
    X(person_told_of)                                                                                                  \
    X(of_whom)                                                                                                         \
    X(before_no_number)                                                                                                \
    X(nth_weekend)                                                                                                     \
    X(weekend_of)                                                                                                      \
    X(weekend)                                                                                                         \
    X(millennium)                                                                                                      \
    X(turn)                                                                                                            \
    X(spelled_year)                                                                                                    \
    X(year_pair)                                                                                                       \
    X(spelled_decade)                                                                                                  \
    X(short_decade)                                                                                                    \
    X(short_decade_alone)                                                                                              \
    X(third_decade_plain)                                                                                              \
    X(solemn_tens)                                                                                                     \
    X(spelled_nth)                                                                                                     \
    X(solemn_day)                                                                                                      \
    X(stated_year)                                                                                                     \
    X(olympiad)                                                                                                        \
    X(approximate_year)                                                                                                \
    X(decade_in)                                                                                                       \
    X(cued_year)                                                                                                       \
    X(old_year)                                                                                                        \
    X(old_year_of_deed)                                                                                                \
    X(whole_unit)                                                                                                      \
    X(ancient_year)                                                                                                    \
    X(old_years)                                                                                                       \
    X(ancient_month)                                                                                                   \
    X(old_year_of_reign)                                                                                               \
    X(old_year_of_place)                                                                                               \
    X(old_year_bracketed)                                                                                              \
    X(old_year_alone)                                                                                                  \
    X(ancient_season)                                                                                                  \
    X(ancient_years)                                                                                                   \
    X(ancient_year_pair)                                                                                               \
    X(ancient_part)                                                                                                    \
    X(old_ymd)                                                                                                         \
    X(two_styles)                                                                                                      \
    X(two_styles_days)                                                                                                 \
    X(two_styles_dual)                                                                                                 \
    X(style_words)                                                                                                     \
    X(styles_said)                                                                                                     \
    X(style)                                                                                                           \
    X(dual_year)                                                                                                       \
    X(republican)                                                                                                      \
    X(republican_year)                                                                                                 \
    X(republican_days)                                                                                                 \
    X(roman)                                                                                                           \
    X(measured)                                                                                                        \
    X(none)                                                                                                            \
    X(bare_units)                                                                                                      \
    X(vague_itself)                                                                                                    \
    X(vague_in_story)                                                                                                  \
    X(aged)                                                                                                            \
    X(aged_about)                                                                                                      \
    X(length_ranked)                                                                                                   \
    X(weekend_long)                                                                                                    \
    X(length_elided)                                                                                                   \
    X(quantified)                                                                                                      \
    X(kept)                                                                                                            \
    X(shifted)                                                                                                         \
    X(length_from_now)                                                                                                 \
    X(shifted_apart)                                                                                                   \
    X(shifted_on)                                                                                                      \
    X(shifted_from_now)                                                                                                \
    X(shifted_from)                                                                                                    \
    X(dated_era)                                                                                                       \
    X(era_range)                                                                                                       \
    X(span_of_seasons)                                                                                                 \
    X(length_of_parts)                                                                                                 \
    X(year_of_rank)                                                                                                    \
    X(before_title)                                                                                                    \
    X(weekday_bare)                                                                                                    \
    X(forecast_year)                                                                                                   \
    X(later_by)                                                                                                        \
    X(nth_of_event)                                                                                                    \
    X(d_day)                                                                                                           \
    X(d_day_close)                                                                                                     \
    X(unit_of_life)                                                                                                    \
    X(month_of_event)                                                                                                  \
    X(same_in_year)                                                                                                    \
    X(date_by_direction)                                                                                               \
    X(month_day_directed)                                                                                              \
    X(season_era)                                                                                                      \
    X(dashed)                                                                                                          \
    X(since_said)                                                                                                      \
    X(date_said)                                                                                                       \
    X(time_said)                                                                                                       \
    X(unit_end)                                                                                                        \
    X(quarter_alone)                                                                                                   \
    X(generic_part)                                                                                                    \
    X(generic_part_in_story)                                                                                           \
    X(parts_of_days)                                                                                                   \
    X(day_of_story)                                                                                                    \
    X(month_said)                                                                                                      \
    X(weekday_said)                                                                                                    \
    X(season_alone)                                                                                                    \
    X(month_by_itself)                                                                                                 \
    X(season_of_any)                                                                                                   \
    X(apposed_day)                                                                                                     \
    X(season_relative)                                                                                                 \
    X(season_said)                                                                                                     \
    X(beside)                                                                                                          \
    X(seasons_ago)                                                                                                     \
    X(seasons_on)                                                                                                      \
    X(named_said)                                                                                                      \
    X(same_alone)                                                                                                      \
    X(season_following)                                                                                                \
    X(grouped)                                                                                                         \
    X(number)                                                                                                          \
    X(ymd)                                                                                                             \
    X(day_hour)                                                                                                        \
    X(iso_time)                                                                                                        \
    X(numeric)                                                                                                         \
    X(day_range)                                                                                                       \
    X(bounded_year)                                                                                                    \
    X(apostrophe_of_event)                                                                                             \
    X(nth_of_things)                                                                                                   \
    X(nth_things)                                                                                                      \
    X(named_date)                                                                                                      \
    X(year_it_was)                                                                                                     \
    X(round_amount)                                                                                                    \
    X(counted)                                                                                                         \
    X(bare_year)                                                                                                       \
    X(counted_which)                                                                                                   \
    X(year_or_clock)                                                                                                   \
    X(two_days)                                                                                                        \
    X(hence)                                                                                                           \
    X(before)                                                                                                          \
    X(than)                                                                                                            \
    X(after)                                                                                                           \
    X(year_range)                                                                                                      \
    X(lived_dual)                                                                                                      \
    X(years_told)                                                                                                      \
    X(short_year_limited)                                                                                              \
    X(decade)                                                                                                          \
    X(decade_range)                                                                                                    \
    X(century_again)                                                                                                   \
    X(century)                                                                                                         \
    X(season)                                                                                                          \
    X(clock_offset)                                                                                                    \
    X(weekday_told)                                                                                                    \
    X(weekday_after_nth)                                                                                               \
    X(lived)                                                                                                           \
    X(hours_till)                                                                                                      \
    X(some_weekday)                                                                                                    \
    X(weekday)                                                                                                         \
    X(weekday_week)                                                                                                    \
    X(weekday_date)                                                                                                    \
    X(weekday_in_brackets)                                                                                             \
    X(date_weekday)                                                                                                    \
    X(clock_part)                                                                                                      \
    X(hundred_hours)                                                                                                   \
    X(hour_range)                                                                                                      \
    X(hour_range_part)                                                                                                 \
    X(month_alone)                                                                                                     \
    X(month_ranked)                                                                                                    \
    X(small_month_alone)                                                                                               \
    X(vague_future)                                                                                                    \
    X(vague_quality)                                                                                                   \
    X(vague_alone)                                                                                                     \
    X(within_event)                                                                                                    \
    X(from_event)                                                                                                      \
    X(shifted_from_dated)                                                                                              \
    X(into_event)                                                                                                      \
    X(part_from_event)                                                                                                 \
    X(day_from_event)                                                                                                  \
    X(listed)                                                                                                          \
    X(listed_day)                                                                                                      \
    X(listed_days)                                                                                                     \
    X(listed_nth)                                                                                                      \
    X(weekday_of_same_week)                                                                                            \
    X(listed_days_before)                                                                                              \
    X(listed_month)                                                                                                    \
    X(listed_year_before)                                                                                              \
    X(ago_today)                                                                                                       \
    X(day_twelvemonth)                                                                                                 \
    X(listed_year)                                                                                                     \
    X(listed_old_year)                                                                                                 \
    X(listed_hour)                                                                                                     \
    X(weekday_nth)                                                                                                     \
    X(weekday_ordinal)                                                                                                 \
    X(month_the_day)                                                                                                   \
    X(iso_month)                                                                                                       \
    X(nth_of_game)                                                                                                     \
    X(nth_of_many)                                                                                                     \
    X(nth_day)                                                                                                         \
    X(clock)                                                                                                           \
    X(part)                                                                                                            \
    X(deictic)                                                                                                         \
    X(relative)                                                                                                        \
    X(ago)                                                                                                             \
    X(span)                                                                                                            \
    X(length)                                                                                                          \
    X(rate)                                                                                                            \
    X(repeat)                                                                                                          \
    X(vague)                                                                                                           \
    X(same)                                                                                                            \
    X(with_clock)                                                                                                      \
    X(night_to)                                                                                                        \
    X(end_of_unit)                                                                                                     \
    X(hour_moment)                                                                                                     \
    X(hour_lasting)                                                                                                    \
    X(half_hour_told)                                                                                                  \
    X(with_part_last)                                                                                                  \
    X(clock_words_half)                                                                                                \
    X(with_part)                                                                                                       \
    X(day_half)                                                                                                        \
    X(part_before)                                                                                                     \
    X(of_year)                                                                                                         \
    X(one_day_within)                                                                                                  \
    X(about_of)                                                                                                        \
    X(third_year)                                                                                                      \
    X(third_days)                                                                                                      \
    X(months_of_year)                                                                                                  \
    X(third)                                                                                                           \
    X(sooner)                                                                                                          \
    X(dotted)                                                                                                          \
    X(day_of_christmas)                                                                                                \
    X(named_week)                                                                                                      \
    X(quarter_told)                                                                                                    \
    X(units_of)                                                                                                        \
    X(nth_week_of)                                                                                                     \
    X(iso_weeks)                                                                                                       \
    X(half_alone)                                                                                                      \
    X(quarter_range)                                                                                                   \
    X(fiscal_years)                                                                                                    \
    X(month_of_several)                                                                                                \
    X(year_limited)                                                                                                    \
    X(unit_alike)                                                                                                      \
    X(dates_things)                                                                                                    \
    X(weekday_range)                                                                                                   \
    X(weekday_to_clock)                                                                                                \
    X(either_year)                                                                                                     \
    X(listed_decade)                                                                                                   \
    X(season_pair)                                                                                                     \
    X(reign_years)                                                                                                     \
    X(season_short)                                                                                                    \
    X(head_group)                                                                                                      \
    X(digits_head_day)                                                                                                 \
    X(clock_told)                                                                                                      \
    X(minutes_of)                                                                                                      \
    X(clock_range_late)                                                                                                \
    X(clock_fraction)                                                                                                  \
    X(hours_of_part)                                                                                                   \
    X(d_day_dash)                                                                                                      \
    X(telegram_day)                                                                                                    \
    X(old_month_ordinal)                                                                                               \
    X(compact_date_told)                                                                                               \
    X(dashed_told)                                                                                                     \
    X(numeric_range)                                                                                                   \
    X(year_supplied)                                                                                                   \
    X(roman_year)                                                                                                      \
    X(month_roman_year)                                                                                                \
    X(date_roman_year)                                                                                                 \
    X(compact_date)                                                                                                    \
    X(compact_time)                                                                                                    \
    X(ordinal_day)                                                                                                     \
    X(month_figures_across)                                                                                            \
    X(bracketed_day)                                                                                                   \
    X(group)                                                                                                           \
    X(month_figures)                                                                                                   \
    X(figures_of_event)                                                                                                \
    X(glued_day_month)                                                                                                 \
    X(roman_day)                                                                                                       \
    X(zone)                                                                                                            \
    X(zone_letters)                                                                                                    \
    X(zone_shifted)                                                                                                    \
    X(zone_local)                                                                                                      \
    X(zoned)                                                                                                           \
    X(zoned_region)                                                                                                    \
    X(bare_clock)                                                                                                      \
    X(clock_span)                                                                                                      \
    X(log_weekday)                                                                                                     \
    X(log_day)                                                                                                         \
    X(log_days)                                                                                                        \
    X(cell_day)                                                                                                        \
    X(log_figures)                                                                                                     \
    X(log_stopped)                                                                                                     \
    X(log_part)                                                                                                        \
    X(log_clock)                                                                                                       \
    X(log_hour)                                                                                                        \
    X(opening_hour)                                                                                                    \
    X(log_range)                                                                                                       \
    X(clock_words)                                                                                                     \
    X(clock_of_part)                                                                                                   \
    X(twelve)                                                                                                          \
    X(part_alone)                                                                                                      \
    X(part_around)                                                                                                     \
    X(this_part)                                                                                                       \
    X(part_over)                                                                                                       \
    X(third_part)                                                                                                      \
    X(night_across)                                                                                                    \
    X(hour_of_part)                                                                                                    \
    X(hour_of_part_alone)                                                                                              \
    X(small_hours_of)                                                                                                  \
    X(clock_words_alone)                                                                                               \
    X(clock_in_words)                                                                                                  \
    X(clock_words_short)                                                                                               \
    X(clock_of_day)                                                                                                    \
    X(clock_range)                                                                                                     \
    X(weekday_hours)                                                                                                   \
    X(loose_part)                                                                                                      \
    X(days_of_years)                                                                                                   \
    X(days_across)                                                                                                     \
    X(clock_alone)                                                                                                     \
    X(clock_spoken)                                                                                                    \
    X(small_hours_of_day)                                                                                              \
    X(ymd_alone)                                                                                                       \
    X(ymd_told)                                                                                                        \
    X(ymd_stopped)                                                                                                     \
    X(approximate)                                                                                                     \
    X(shortly_before)                                                                                                  \
    X(era)                                                                                                             \
    X(old_month)                                                                                                       \
    X(span_and_half)                                                                                                   \
    X(named_ago)                                                                                                       \
    X(week_of_day)                                                                                                     \
    X(week_of_month)                                                                                                   \
    X(range)                                                                                                           \
    X(range_said)                                                                                                      \
    X(clocks_between)                                                                                                  \
    X(listed_part)                                                                                                     \
    X(lone_part)                                                                                                       \
    X(as_said)                                                                                                         \
    X(hour_to_moment)                                                                                                  \
    X(hour_about)                                                                                                      \
    X(same_following)                                                                                                  \
    X(era_range_about)                                                                                                 \
    X(era_range_both_about)                                                                                            \
    X(era_range_from_about)                                                                                            \
    X(year_pair_of_era)                                                                                                \
    X(moment_zoned)                                                                                                    \
    X(half_hour)                                                                                                       \
    X(hour_figures)                                                                                                    \
    X(hour_of_duty)                                                                                                    \
    X(at_dotted)                                                                                                       \
    X(digits_joined)                                                                                                   \
    X(day_of_month_in)                                                                                                 \
    X(two_styles_in)                                                                                                   \
    X(hour_alone)                                                                                                      \
    X(about_hour_of_part)                                                                                              \
    X(digits_of_day)                                                                                                   \
    X(digits_stamped)                                                                                                  \
    X(third_part_dated)                                                                                                \
    X(weekday_part_last)                                                                                               \
    X(hour_of_day_word)                                                                                                \
    X(two_nth_days)                                                                                                    \
    X(weekday_days)                                                                                                    \
    X(with_old_year)                                                                                                   \
    X(circa_range)                                                                                                     \
    X(night_across_dated)                                                                                              \
    X(year_twenty)                                                                                                     \
    X(month_in_winter)                                                                                                 \
    X(rate_of_things)                                                                                                  \
    X(named_thing)                                                                                                     \
    X(reference)                                                                                                       \
    X(own_number)                                                                                                      \
    X(counted_subject)                                                                                                 \
    X(counted_actors)                                                                                                  \
    X(weekend_said)                                                                                                    \
    X(before_name)                                                                                                     \
    X(listed_clock)                                                                                                    \
    X(listed_clock_node)                                                                                               \
    X(night_days)                                                                                                      \
    X(clock_and_year)                                                                                                  \
    X(day_figures_led)                                                                                                 \
    X(weekday_figures)                                                                                                 \
    X(nth_led)                                                                                                         \
    X(day_figures)                                                                                                     \
    X(named_unsure)                                                                                                    \
    X(style_led)                                                                                                       \
    X(hour_of_start)                                                                                                   \
    X(full_year)                                                                                                       \
    X(part_past)                                                                                                       \
    X(clock_west)                                                                                                      \
    X(anniversary)                                                                                                     \
    X(birthday)                                                                                                        \
    X(clock_range_of_day)                                                                                              \
    X(until)                                                                                                           \
    X(since)

enum constructor_index {
#define X(name) CONSTRUCTOR_##name,
    CONSTRUCTORS(X)
#undef X
        CONSTRUCTOR_COUNT
};

/* What the engine itself asks of words, beside the rules: a language lists them in lines  @context NAME WORD...  A word
 * is one whole word, -ENDING all words that end so, @CATEGORY all words of a category listed above it. */
#define CONTEXTS(X)                                                                                                    \
    X(TELLING, "telling")               /* tells which language a text is in */                                        \
    X(FOLLOWER, "follower")             /* behind a number that counts nothing: "on the 9th he left" */                \
    X(DETERMINER, "determiner")         /* before the second date of a range it belongs to that: "the" */              \
    X(RANGE_LEAD, "range-lead")         /* stands before the two ends of a range: "from" */                            \
    X(SEASON_CUE, "season-cue")         /* behind it "spring" is a season */                                           \
    X(PLACE_CUE, "place-cue")           /* behind it and a determiner "spring" is water: "at the spring" */            \
    X(OWNER, "owner")                   /* before a year that tells which of several: "its", "a" */                    \
    X(AMOUNT, "amount")                 /* beside it a number counts: "an estimated", "a further", "page" */           \
    X(COUNTERPART, "counterpart")       /* behind it "the former" is the first of two: "the latter" */                 \
    X(HAD, "had")                       /* looks back from what is told: "they had met before" */                      \
    X(SEASON_NOUN, "season-noun")       /* before it the season is alone what dates: "the spring offensive" */         \
    X(POSSESSIVE, "possessive")         /* "its" */                                                                    \
    X(NAME_HEAD, "name-head")           /* before it a season is part of a name, or no season: "Street", "water" */    \
    X(YOURS, "yours")                   /* of whom one writes to: "your" letter */                                     \
    X(SUBORDINATE, "subordinate")       /* begins a clause with a verb of its own: "which" */                          \
    X(RELATIVE, "relative")             /* begins one that only tells more of something: "which" */                    \
    X(CITES, "cites")                   /* a sentence that begins so points to other papers: "see" */                  \
    X(NOTE, "note")                     /* says where a text comes from, or when it was changed: "updated" */          \
    X(PROVENANCE, "provenance")         /* before who gave a paper to where it lies: "donated" by */                   \
    X(ARCHIVE, "archive")               /* in notes about archives and publication: "fond" */                          \
    X(SOURCE, "source")                 /* what one reads or hears a thing from: "gazette" */                          \
    X(NOTED, "noted")                   /* before that, what is spoken of: "this page was last" */                     \
    X(HOLDS, "holds")                   /* what a page does with what stands in it: "includes" */                      \
    X(JOINER, "joiner")                 /* between the parts of a list: "and" */                                       \
    X(SURE, "sure")                     /* behind it stands a time and nothing else: "since" */                        \
    X(WEAK, "weak")                     /* behind it stands a time, or many other things: "to" */                      \
    X(PLURAL, "plural")                 /* behind a number it is what is counted: "miners" */                          \
    X(CAPITAL_PLURAL, "capital-plural") /* likewise, where nouns begin with a capital: "Soldaten" */                   \
    X(NOT_PLURAL, "not-plural")         /* looks so and is none: "was" */                                              \
    X(SPECIFIER, "specifier")           /* the name of an event begins with it: "his" */                               \
    X(SUBJECT, "subject")               /* acts, with no noun: "they" */                                               \
    X(GENITIVE, "genitive")             /* leads on from one: "the fall of the city" */                                \
    X(INFLECTION, "inflection")         /* endings of nouns and verbs of one stem */                                   \
    X(REGULAR, "regular")               /* those of them that any noun or verb may have */                             \
    X(SMALL, "small")                   /* stands in any sentence and tells nothing of what happened: "there" */       \
    X(CALENDAR_WORD, "calendar-word")   /* names of months and weekdays */                                             \
    X(DAY_PART, "day-part")             /* "night", "morning" */                                                       \
    X(UNCOUNTED, "uncounted")           /* what has no number: "rain" */                                               \
    X(LASTING, "lasting")               /* behind them a length is no way to a day: "for" a week from Friday */        \
    X(COUNTS_FROM, "counts-from")       /* at the end of "two days before" what follows is counted from */             \
    X(PAST, "past")                     /* verbs */                                                                    \
    X(PARTICIPLE, "participle")     /* past, unless a verb of the present stands before it: "was held", "is held" */   \
    X(DONE, "done")                 /* those that only stand behind "had" or "been": "gone" */                         \
    X(PRESENT, "present")           /* "is" */                                                                         \
    X(EXPECTED, "expected")         /* future behind one of the present: "is to" */                                    \
    X(FUTURE, "future")             /* "will" */                                                                       \
    X(PURPOSE, "purpose")           /* future behind one of these too: "plans to" */                                   \
    X(RECKONED, "reckoned")         /* what stands behind "at" is how many there are: "put at ten" */                  \
    X(FORETOLD, "foretold")         /* what was yet to come when it was told: "would" */                               \
    X(GOING, "going")               /* the same, before an infinitive: "going" to */                                   \
    X(INFINITIVE, "infinitive")     /* "to" */                                                                         \
    X(OCCURRED, "occurred")         /* the field of a report that says when it was: "Occurred:" */                     \
    X(FIXED_FOR, "fixed-for")       /* foreseen, before "for": "fixed" for Monday */                                   \
    X(CONVEYANCE, "conveyance")     /* has a part of the day for its name: "by the evening train" */                   \
    X(TIMETABLE, "timetable")       /* the present of what is fixed: "opens" on Monday */                              \
    X(MODAL, "modal")               /* past in form only: "would" */                                                   \
    X(ALLOWED, "allowed")           /* small, before a verb of what is yet to be: "can" come */                        \
    X(OWED, "owed")                 /* the same before an infinitive: "has" to come */                                 \
    X(ARRANGED, "arranged")         /* behind a present, what is agreed upon: "is leaving" */                          \
    X(REQUEST, "request")           /* asks for what is yet to be: "please" */                                         \
    X(BIDDING, "bidding")           /* the same at the head of a sentence, before whom or when: "meet" me */           \
    X(TITLE, "title")               /* a full stop behind it never ends a sentence: "Mr." */                           \
    X(ABBREVIATION, "abbreviation") /* one does only before a word that opens sentences: "etc." */                     \
    X(OPENER, "opener")             /* such words: "the" */                                                            \
    X(NUMBERED, "numbered")         /* a full stop behind it ends no sentence before a number: "no." */                \
    X(ORDINAL_HEAD, "ordinal-head") /* behind a number and a full stop, which is an ordinal then: "3. Mai" */          \
    X(MEASURE, "measure")           /* behind a number with a full stop in it, which ends no sentence: "14.30 Uhr" */  \
    X(DATE_FIELD, "date-field")     /* begins the line that says when a document was written: "Published" */           \
    X(RECEIPT, "receipt")     /* before the time at which a document came, not that of its writing: "Received" */      \
    X(PAPER, "paper")         /* what a heading calls a document: "telegram" */                                        \
    X(SENDER, "sender")       /* before who sent it, in a heading or at the head of a line: "from" */                  \
    X(RECIPIENT, "recipient") /* before whom it was sent to: "to" */                                                   \
    X(AUTHOR, "author")       /* before who wrote it: "by" */                                                          \
    X(NUMBER_FIELD, "number-field")   /* before its number: "ref" */                                                   \
    X(SUBJECT_FIELD, "subject-field") /* begins the line that says what it is about: "subject" */                      \
    X(ATTENDANCE, "attendance")       /* begins the line that says who was there: "present" */                         \
    X(SALUTATION, "salutation")       /* how letters begin: "dear" */                                                  \
    X(CLOSING, "closing")             /* how they end: "yours" */                                                      \
    X(CLOCK_WORD, "clock-word")       /* makes a clock of the number before it, or is one: "a.m.", "noon" */           \
    X(ENTRY_LEAD, "entry-lead")       /* before the day or year that an entry begins with: "anno" */                   \
    X(WORK, "work")                   /* what a longer text calls itself: "diary" */                                   \
    X(POST, "post")                   /* who is sent: "ambassador" to a country */                                     \
    X(ADDRESSEE, "addressee")         /* before the name of who is written to: "captain" */                            \
    X(OFFICE, "office")               /* bodies that write at the head of their papers who they are: "ministry" */     \
    X(WRITING, "writing")             /* a document that is spoken of: "letter" */                                     \
    X(WRITTEN_ON, "written-on")       /* between it and its date: "of" */                                              \
    X(DATED, "dated")                 /* what has this before its date is a document */                                \
    X(PUBLISHED, "published")         /* verbs of what stands in literature: "printed" */                              \
    X(PIECE, "piece")           /* one of a collection's papers, or what goes with one: "document" 14, "annex" */      \
    X(PAGE, "page")             /* before the number of a page: "pp" */                                                \
    X(UP_TO, "up-to")           /* before the end of what goes on: "until" */                                          \
    X(WHEREUPON, "whereupon")   /* behind the end of what went on, begins what happened then: "until 1931, when" */    \
    X(LASTS, "lasts")           /* verbs of what goes on for a time: "stayed" */                                       \
    X(HONORIFIC, "honorific")   /* before the name of a person: "Captain" */                                           \
    X(GIVEN_NAME, "given-name") /* "Anna" */                                                                           \
    X(PARTICLE, "particle")     /* small words within names: "van" */                                                  \
    X(PLACE_LEAD, "place-lead") /* before the name of a place: "at" */                                                 \
    X(ORGANISATION, "organisation")   /* in the name of a body: "Ministry" */                                          \
    X(THAN, "comparison")             /* behind a length it tells how much more: "two days earlier than" */            \
    X(VERB, "verb")                   /* more verbs that a clause can have for its own: "struck" */                    \
    X(COPULA, "copula")               /* forms of to be: "was" */                                                      \
    X(PERFECT, "perfect")             /* behind an unreal verb: "would have" */                                        \
    X(NONE, "none")                   /* words that stand for a noun, or before it: "nobody" */                        \
    X(NEGATION, "negation")           /* "not" */                                                                      \
    X(DEGREE, "degree")               /* behind a negation that denies nothing: "not later" */                         \
    X(UNDONE, "undone")               /* what is told of did not come about: "cancelled" */                            \
    X(FAILING, "failing")             /* before a verb it denies that: "failed" to meet */                             \
    X(HEARSAY, "hearsay")             /* says that others say so: "reportedly" */                                      \
    X(CONDITION, "condition")         /* "if" */                                                                       \
    X(PERHAPS, "perhaps")             /* with which nobody says that it is so: "perhaps", "may" have */                \
    X(UNSETTLED, "unsettled")         /* begins a clause of which nobody says that it is so: "unless" */               \
    X(UNREAL, "unreal")               /* verbs of what would be: "would" */                                            \
    X(POSSIBLE, "possible")           /* those of what may be or not: "could" */                                       \
    X(COMPLEMENT, "complement")       /* begins what is said or wished: "that" */                                      \
    X(REPORT, "report")               /* verbs of saying: "said" */                                                    \
    X(DENIAL, "denial")               /* says that it is not so: "denied" that, "false" that */                        \
    X(OPINION, "opinion")             /* denied, it denies what follows: "do not think" that, "not true" that */       \
    X(ACCORDING, "according")         /* before who says so: "according" */                                            \
    X(INTENT, "intent")               /* verbs whose object is yet to come: "agreed" to meet */                        \
    X(FORESEEN, "foreseen")           /* says so of what it stands with: "planned" */                                  \
    X(PRONOUN, "pronoun")             /* stands for the one person who was named before: "he" */                       \
    X(ADVERSE, "adverse")             /* joins what is otherwise: "but" */                                             \
    X(DOING, "doing")                 /* what goes on when it follows "is": "raining" */                               \
    X(FIRST_PERSON, "first-person")   /* who writes: "I" */                                                            \
    X(SECOND_PERSON, "second-person") /* to whom: "you" */                                                             \
    X(DEPONENT, "deponent")           /* whom the heading names: "the deponent" */

enum context_index {
#define X(name, spelling) CONTEXT_INDEX_##name,
    CONTEXTS(X)
#undef X
        CONTEXT_COUNT
};
/* Sets of contexts: a bit each. */
__extension__ typedef unsigned __int128 context_set;
#define X(name, spelling) static const context_set CONTEXT_##name = (context_set)1 << CONTEXT_INDEX_##name;
CONTEXTS(X)
#undef X
_Static_assert(CONTEXT_COUNT <= 128, "the contexts of a word are bits of 128");

enum { LONGEST_FORM = 40 /* bytes */ };

enum { RULE_ARGUMENTS = 10, NO_CATEGORY = 0, NO_RULE = 0xFFFF };

/* One meaning of a word: "may" is a month and a modal verb. */
typedef struct lex_reading {
    uint16_t category;
    int16_t value;
} lex_reading;

/* The readings of a word or number: so many of the grammar's, and their categories by category_bit. */
typedef struct reading_span {
    uint64_t categories;
    uint16_t first, count;
} reading_span;

/* A word of the lexicon.  `form` is in lower case; with `capital` the text must begin it with a capital. */
typedef struct lex_entry {
    const char *form;
    uint64_t head, tail; /* its form_key */
    uint8_t length;
    bool capital;
    bool abbreviation;        /* a full stop may follow that ends no sentence */
    uint16_t next;            /* another lexeme of the same form, or NO_RULE */
    reading_span readings[2]; /* as it stands in the text, without a capital and with one: those of its form */
} lex_entry;

/* Numbers of as many digits, up to one, that can be the same. */
typedef struct number_range {
    int32_t last;
    reading_span readings;
} number_range;

/* No number of as many digits as the last row is for, or more, can be anything. */
enum { DIGIT_ROWS = 16 };

/* Where a constructor's argument comes from: a capture of the pattern, or a constant. */
typedef struct rule_argument {
    int8_t capture; /* -1: `constant`; -2: absent */
    int16_t constant;
} rule_argument;

typedef struct grammar_rule {
    const char *name;
    uint16_t result; /* category; NO_CATEGORY makes nothing: a trap */
    uint8_t level;
    uint16_t constructor;
    uint8_t argument_count;
    rule_argument arguments[RULE_ARGUMENTS];
} grammar_rule;

/* The automaton: from a node along an edge whose gaps hold the gap seen and whose category is one of the word's. */
typedef struct grammar_edge {
    uint16_t gaps, category, target;
    int8_t capture; /* -1: not captured */
} grammar_edge;

/* One bit of 64 for a category: a quick look that may see one too many. */
enum { CATEGORY_BITS = 64 };
static inline uint64_t category_bit(uint16_t category) {
    return UINT64_C(1) << category % CATEGORY_BITS;
}

/* What words are to a headline made of what stands around a date, and to the name of a paper that a date belongs to: a
 * language lists them in lines  @role NAME WORD... */
#define ROLES(X)                                                                                                        \
    X(TIE, "tie")   /* ties a date to what happened, and goes with it: "on", "until" */                                 \
    X(LEAD, "lead") /* those that a clause begins with which leads to a date: "In" his letter of 5 May, */              \
    X(DAY_ARTICLE, "day-article") /* a day that begins with it, or has it behind its number, needs no tie: "el" 5 */    \
    X(VERB_TIE, "verb-tie")       /* those that may be the verb's behind another: "was signed in at noon" */            \
    X(INVERTED, "inverted")       /* a verb before whoever acts: on Monday "came" the news */                           \
    X(SHARE, "share")             /* goes with a tie: "for most of the winter" */                                       \
    X(SPOKEN_DAY, "spoken-day")   /* says when without a tie: "yesterday" */                                            \
    X(NEAR_DAY, "near-day")       /* ... before a day or a part of it: "last Sunday", "this morning" */                 \
    X(LINK, "link")               /* joins clauses, and begins no headline: "and" */                                    \
    X(NEXT_CLAUSE, "next-clause") /* behind a comma another clause begins with it: ", but" */                           \
    X(REPORTER, "reporter")       /* behind it what was said begins: "said" that */                                     \
    X(LEFT_OPEN, "left-open")     /* whatever has it for its last word stops in the middle: "the" */                    \
    X(SAME_TIME, "same-time")     /* between two dates that say one time together: "on 5 May, at noon" */               \
    X(WITHIN_NAME, "within-name") /* between a paper and its date: "letter to the consul of 5 May" */                   \
    X(NAME_LEAD, "name-lead")     /* a paper's name may begin with it: "his" letter */                                  \
    X(RANKED, "ranked")           /* of those, what goes behind another: "his last" letter */                           \
    X(LETTER, "letter")           /* what is sent: "telegram" */                                                        \
    X(STATEMENT, "statement")     /* what is said to many: "speech" */                                                  \
    X(LADY, "lady")               /* before a name that is her husband's too: "Mrs" */                                  \
    X(CONTAINER, "container")     /* before a number, what papers lie in: "folder" 7 */                                 \
    X(GATHERING, "gathering")     /* what meets: "committee" */                                                         \
    X(FEAST, "feast")             /* in the name of a feast, as a diary's entry opens with: "Ash" */                    \
    X(POSTSCRIPT, "postscript")   /* opens what is added to a letter: "P.S." */                                         \
    X(NEXT, "next")               /* of what is yet to come, or to meet: "next", "deadline" */                          \
    X(MOVED, "moved")             /* to another day, or from one: "postponed" */                                        \
    X(SHIFTED, "shifted")         /* ... so it is where it was done to it: "was moved", */                              \
    X(PUT, "put")                 /* ... or such a word stands before */                                                \
    X(ASIDE, "aside")             /* ... one of these: "put off", "brought forward" */                                  \
    X(LIKELY, "likely")           /* "unlikely": of what nobody knows as yet */                                         \
    X(COMING, "coming")           /* told in the past, and yet to come: "was due" */                                    \
    X(AHEAD, "ahead")             /* tells of what is yet to be: "plans" */                                             \
    X(REVISED, "revised")         /* before the day when a text was last changed: "updated" */                          \
    X(REFERENCE, "reference")     /* before the date of another message: "reftel" */                                    \
    X(SESSION, "session")         /* names a time when some body sits: "term", "meeting" */                             \
    X(RECORD, "record")           /* a paper of what was said or done: "minutes" of a conversation */                   \
    X(DIVISION, "division")       /* a part of a book: "Chapter" 4 */                                                   \
    X(EARLIER, "earlier")         /* behind "not", says when and denies nothing: not "before" the 9th */                \
    X(BUSINESS, "business")       /* counted by years and months of business: "2024 earnings" */                        \
    X(BUSINESS_OF, "business-of") /* between the two: "2024 capital spending" */                                        \
    X(STANDING, "standing")       /* so on that day of every week: "Sunday trading" */                                  \
    X(SET_HOURS, "set-hours")     /* "Sunday opening hours" */                                                          \
    X(FORECAST, "forecast")       /* of the year that goes on */                                                        \
    X(NEWS_NOUN, "news-noun")     /* "four days later news" */                                                          \
    X(PUT_ASIDE, "put-aside")     /* what is so has missed its own day: "postponed" */                                  \
    X(PROPOSAL, "proposal")       /* which would have something so: "plan" */                                           \
    X(PUT_OFF, "put-off")         /* until then something is to wait: "adjourned", "has" been shut */                   \
    X(OUTSET, "outset")           /* something is to begin then: a truce "beginning" Friday */                          \
    X(TERM, "term")               /* beside a day, makes a term of it: Friday at the "latest" */                        \
    X(PAYABLE, "payable")         /* before a day, what is to be paid on it: "payable" on 3 May */                      \
    X(OF_WHOM, "of-whom")         /* how many of those whom a deed befell: killed "half" the monks */                   \
    X(DID, "did")                 /* before a verb, of the past: "did" leave */                                         \
    X(ENDED, "ended")             /* of what had begun: it "ended" in May */                                            \
    X(FUTURES, "futures")         /* behind a month, what is traded for it ahead: December "futures" */                 \
    X(TALLY, "tally")             /* ... what is counted when it is over: June "figures" */                             \
    X(POINTS_BACK, "points-back") /* behind a length, what was named last: the day before "that" */                     \
    X(UPCOMING, "upcoming")       /* before what is yet to come: the "coming" vote */                                   \
    X(SINCE, "since")             /* leads to what lies behind, whatever the verb: "since" May */                       \
    X(BECOME, "become")           /* with a participle behind it: will "stay" closed */                                 \
    X(BID, "bid")                 /* to do something, with whom between: "told" him to come */                          \
    X(HEARER, "hearer")           /* behind it stands who is told: "informed" the consul */                             \
    X(WRITERS, "writers")         /* of whoever writes: "my" duty, "escribo" */                                         \
    X(SPEAKER, "speaker")         /* behind it a verb stands as it is: "they" leave */                                  \
    X(DOER, "doer")               /* behind it a verb has an ending: "she" leaves */                                    \
    X(OPEN, "open")               /* what keeps hours is so: is "open" from Monday to Friday */                         \
    X(HOURS, "hours")             /* a colon and the days behind it, those of what keeps them: "hours" */               \
    X(EXCEPT, "except")           /* every day "except" Monday */                                                       \
    X(FROM_SINCE, "from-since")   /* leads to what lies behind or to what comes: "desde" mayo */                        \
    X(PROSPECT, "prospect")       /* is so of what has not come yet: rain "expected" on Saturday */                     \
    X(SET_FOR, "set-for")         /* before the day that a verb behind it sets: "auf" den 9. festgesetzt */             \
    X(MOMENT, "moment")           /* before an hour in figures: "returned" about 7 */                                   \
    X(MOMENT_AT, "moment-at")     /* ... behind "at", which what one counts has not: "fired" at 7 */                    \
    X(DUTY, "duty")               /* right before its hour: "parade" 9.30 */                                            \
    X(ASSEMBLY, "assembly")       /* held in the afternoon or evening: a "meeting" at three */                          \
    X(SUPPER, "supper")           /* ... of the evening, as its hour is: "dined" at seven */                            \
    X(NOON_MEAL, "noon-meal")     /* ... after noon: "lunch" at one, "tea" at five */                                   \
    X(BREAKFAST, "breakfast")     /* ... of the morning */                                                              \
    X(ARCHIVAL, "archival")       /* what becomes of papers: "copies" destroyed, cleared in "draft" */                  \
    X(OPENING, "opening")         /* ... of doors: "open" daily, "closed" on Sundays */                                 \
    X(HOPED, "hoped")             /* by a term, what one "hoped" for was yet to come */                                 \
    X(MEANT_FOR, "meant-for")     /* leads from what is planned to its time: "planned for May" */                       \
    X(SUITS, "suits")             /* behind a day, says that it may be the one: Thursday "suits" */                     \
    X(OBJECT, "object")           /* to whom what one is told is to be done: ask "me" */                                \
    X(ALSO_NOUN, "also-noun")     /* tells of the future, or is a thing: his "will" */                                  \
    X(SWORN, "sworn")             /* before the day of an oath, and of what was said on it: "taken" before me */        \
    X(HOUR_KIND, "hour-kind")     /* before the name of an hour that orders set: "zero" hour */                         \
    X(HOUR_NAME, "hour-name")     /* ... that name: H-"hour" will be 0530 */                                            \
    X(WIRE_TIE, "wire-tie")       /* in a telegram, before a day in words: LETTER "OF" TENTH */                         \
    X(WIRE_AHEAD, "wire-ahead")   /* ... before one that is yet to come: "ARRIVING" SIXTEENTH */                        \
    X(WIRE_NEXT, "wire-next")     /* ... behind it: SIXTEENTH "STOP" */                                                 \
    X(REIGN, "reign")             /* before a ruler's name, whose years may follow: the "reign" of Trajan */            \
    X(TRADING, "trading")         /* said of a quarter's trade: Q3 was "weak" */                                        \
    X(SCORE, "score")             /* before points of a game: "won" 5-1 */                                              \
    X(FORMERLY, "formerly")       /* before what was planned, says that it is no more: "once" planned for May */        \
    X(DATED_DEED, "dated-deed")   /* catalogues put its year right behind: "published" 1895 */                          \
    X(HAPPENING, "happening")     /* behind what is counted, is of the year before it: the 1926 sheep "fair" */         \
    X(OCCASION, "occasion")       /* has a day of its own: "the meeting of the 16th" */                                 \
    X(YEAR_LEAD, "year-lead")     /* before a year, though a plural follows: "in" 1918 men died */                      \
    X(YEAR_WORD, "year-word") /* behind a number that is a year for all that it could name: указ 1809 "года" */ \
    X(WITH, "with")           /* figures behind it count: "with" 1911 men */                                            \
    X(PERIODICAL, "periodical")   /* a volume and pages behind it: "Review" 12, 1204-1211 */                            \
    X(SAME_WORK, "same-work")     /* pages behind it: "ibid.", 1789 */                                                  \
    X(GIVEN_AS, "given-as")       /* a number behind it, with one of these before: repeated "as" 1973 */                \
    X(NUMBERING, "numbering")     /* ... what is sent and has numbers: "repeated" to Brenn as 1973 */                   \
    X(STREET, "street")           /* houses have numbers in it; or a name ends so: Linden"straße" */                   \
    X(STREET_KIND, "street-kind") /* the last word of its name in an address: "Ave", "Blvd" */                          \
    X(DWELLING, "dwelling")       /* in a street with a number behind its name: "wohnt" */                              \
    X(FIRST_NAME, "first-name")   /* a first name and hardly ever another: "Augustus" */                                \
    X(RULER, "ruler")             /* has a first name alone: "king" */                                                  \
    X(CALLED_OFF, "called-off")   /* is said of what is yet to come: Friday's show is "off" */                          \
    X(FILED, "filed")             /* a paper laid before a court or an office: a date that it is of is its own */       \
    X(FOR, "for")                 /* how long behind it or, in German, before it: "for" weeks, Wochen "lang" */         \
    X(TAKEN_UP, "taken-up")       /* of what goes on again: "resumed" */                                                \
    X(ACHIEVED, "achieved")       /* what one was "forced" or "managed" to do was done */                               \
    X(AS_SAID, "as-said")         /* before what was said of it too: ", as" announced */                                \
    X(MAY_COME, "may-come")       /* behind "could", where something may come: "be", "still" */                         \
    X(TALKED, "talked")           /* before what is spoken of: "talked" about the winter of 1881 */                     \
    X(DOUBT, "doubt")             /* says that what it stands before is no more than likely: "probably" born in */      \
    X(EDITED, "edited")           /* of what tells of the story: a book "published" in 1992 says that */                \
    X(DENIER, "denier")           /* says that there is none: "no" coin is older */                                     \
    X(REFERS, "refers")           /* opens a line of papers that are answered: "Reference: telegram 6" */               \
    X(HAVING, "having")           /* opens what had been done before: ", having" sold it */                             \
    X(OBSERVED, "observed")       /* what is done with a day of every year: is "kept" on */                             \
    X(OBSERVES, "observes")       /* ... as a verb of the present: "keeps" its feast on */                              \
    X(BIRTH, "birth")             /* before the day that a life begins with: "born" on */                               \
    X(ORIGIN, "origin")           /* of long ago beside what is told: "built" in */                                     \
    X(STATUTE, "statute")         /* named by its day: the "law" of 9 March 1863 */                                     \
    X(ANSWERING, "answering")     /* behind "in", what a paper is to another: in "reply" to his note */                 \
    X(HIS, "his")                 /* of somebody who was named: "his" letter */                                         \
    X(LITTLE, "little")           /* before what ties a date, with an article: a "little" after ten */                  \
    X(PERSONAL, "personal")       /* what somebody writes of his own life: the "diary" of Ada Weller */                 \
    X(EACH, "each")               /* with a weekday tells of all of them: "le" mardi */                                 \
    X(ROUTINE, "routine")         /* what is done every day at an hour: the roll is "called" */                         \
    X(ONCE, "once")               /* begins a clause that only tells when: "once" they have gone */                     \
    X(REPEAT, "repeat")           /* tells of the same at another time: "again" on Monday */                            \
    X(ANEW, "anew")               /* tells that it was so before: "again" */                                            \
    X(CONTENT, "content")         /* what is said or done, and no noun: "what" he wrote */                              \
    X(LAST_TIME, "last-time")     /* before a verb, tells of a time before what is told: he "last" used it */           \
    X(EPITHET, "epithet")         /* before the name of a person: "old" Marr, "young" Dent */                           \
    X(GONE, "gone")               /* is so of whom it is said, and was done: er wird "gekommen" sein */                 \
    X(BEHIND, "behind")           /* before what has happened: "after" an explosion on Tuesday */                       \
    X(PUBLISHES, "publishes")     /* before figures of a time that is over: to "report" June sales */                   \
    X(OVER, "over")               /* before a unit to come, tells how long: "over" the next decade */                   \
    X(NUMBERED_PAPER, "numbered-paper") /* a number behind it, by which it is filed: "invoice" 03-04-2020 */            \
    X(SITED, "sited")                   /* behind a place: the spring "below" the house */                              \
    X(SPENT, "spent")                   /* a time behind it: they "spent" the weekend */                                \
    X(DOORS, "doors")                   /* open before what is to be seen begins: "gates" open at 5:30 */               \
    X(BAND, "band")           /* several people, and their verb has no ending: the "trio" play on Saturday */           \
    X(STAGED, "staged")       /* ... such a verb, of what is planned: they "play" */                                    \
    X(UNCHANGED, "unchanged") /* a verb whose past is as its present: the record it "set" */                            \
    X(NO_VERB, "no-verb")     /* between such a word and its verb, or a verb that is past as well: "cut" */

enum role_index {
#define X(name, spelling) ROLE_INDEX_##name,
    ROLES(X)
#undef X
        ROLE_COUNT
};
/* Sets of roles: a bit each, in two halves. */
enum { ROLES_OF_HALF = 128 };
typedef struct role_set {
    context_set low, high;
} role_set;
_Static_assert(ROLE_COUNT <= 2 * ROLES_OF_HALF, "a set has room for every role");
#define ROLE_BIT(index, half) ((context_set)((index) / ROLES_OF_HALF == (half)) << (index) % ROLES_OF_HALF)
#define ROLE_SET(index)                                                                                                \
    { ROLE_BIT(index, 0), ROLE_BIT(index, 1) }
#define X(name, spelling) static const role_set ROLE_##name = ROLE_SET(ROLE_INDEX_##name);
ROLES(X)
#undef X

/* All of several: ROLES_OF(ROLE_TIE, ROLE_LINK). */
static inline role_set roles_among(const role_set *sets, size_t count) {
    role_set all = {0};
    for (size_t i = 0; i < count; i++) all.low |= sets[i].low, all.high |= sets[i].high;
    return all;
}
#define ROLES_OF(...)                                                                                                  \
    roles_among((const role_set[]){__VA_ARGS__}, sizeof(const role_set[]){__VA_ARGS__} / sizeof(role_set))

/* Have they one in common? */
static inline bool roles_meet(role_set a, role_set b) {
    return a.low & b.low || a.high & b.high;
}

/* An accepting node gives its rule and how many words of context stand before and after the expression.  The nodes are
 * a tree: the way back gives the words that led to one. */
typedef struct grammar_node {
    uint64_t categories; /* of the edges that lead on, by category_bit */
    uint16_t gaps;       /* of the same edges */
    uint16_t first_edge, edge_count;
    uint16_t parent, edge; /* the edge that leads here */
    uint16_t rule;         /* NO_RULE: not accepting */
    uint8_t before, after;
} grammar_node;

/* A word or ending that the engine asks for, with the bits of its contexts and roles; an ending has no role. */
typedef struct context_word {
    const char *form;
    uint64_t head, tail; /* its form_key */
    uint8_t length;
    role_set roles;
    context_set contexts;
} context_word;

/* What words tell the same of: what happened, who or what, who by an office that one holds at a time, which of many. */
typedef enum family_sense { FAMILY_ACT, FAMILY_THING, FAMILY_OFFICE, FAMILY_RANK } family_sense;

/* A word, or two that stand together, by its letters and digits alone, with what it tells or names as others do. */
typedef struct word_family {
    uint64_t letters; /* a hash */
    uint32_t family;  /* the same number in every language */
    family_sense sense;
} word_family;

/* What excludes each other, "opened" and "closed"; what is often told of one happening, "died" and "shot"; what happens
 * once to whomever it happens, "born", which stands beside itself. */
typedef enum family_relation { FAMILY_UNRELATED, FAMILY_OPPOSED, FAMILY_AKIN, FAMILY_ONCE } family_relation;

/* Two families, the smaller number first. */
typedef struct family_pair {
    uint32_t one, other;
    family_relation relation;
} family_pair;

/* A noun that names what happens and one of the words that tell it, where the endings of inflection do not show it:
 * "death", "died". */
typedef struct deed_word {
    const char *noun, *verb;
} deed_word;

/* The hash of letters, one at a time, the first with FAMILY_SEED. */
#define FAMILY_SEED UINT64_C(0xcbf29ce484222325)
static inline uint64_t add_letter(uint64_t letters, uint32_t small) {
    return (letters ^ small) * UINT64_C(0x100000001b3);
}

/* Between two words of a family that others may part. */
enum { PARTED = '~' };

/* The endings of one last byte: their contexts together, and which they are, the last exclusive. */
typedef struct ending_row {
    context_set contexts;
    uint16_t first, last;
} ending_row;

/* A perfect hash: index of the form, or NO_RULE. */
typedef struct form_slots {
    const uint16_t *slots;
    uint32_t mask;
    uint64_t factor;
} form_slots;

/* How a language says a time, by the names that @say has in a .lex file, and the words that pictures and pages have
 * beside times.  Those of several words have them between '|'.  What a language leaves out is said as in English. */
#define SAYINGS(X)                                                                                                     \
    X(MONTHS, "months")             /* as after a day or a preposition */                                              \
    X(MONTHS_ALONE, "months-alone") /* as before a year, where that differs; else empty */                             \
    X(MONTHS_BRIEF, "months-brief") /* as on an axis */                                                                \
    X(WEEKDAYS, "weekdays")         /* Monday to Sunday */                                                             \
    X(SEASONS, "seasons")           /* winter to autumn */                                                             \
    X(DAY_PARTS, "day-parts")       /* dawn, morning, noon, afternoon, evening, night, midnight */                     \
    X(MORNING, "morning")           /* early, middle, late; so the next two */                                         \
    X(AFTERNOON, "afternoon")                                                                                          \
    X(EVENING, "evening")                                                                                              \
    X(SMALL_HOURS, "small-hours")                                                                                      \
    X(DAY_MARK, "day-mark")     /* behind the number of a day */                                                       \
    X(FIRST_DAY, "first-day")   /* the first of a month; empty: 1 */                                                   \
    X(MONTH_LINK, "month-link") /* between day and month */                                                            \
    X(YEAR_LINK, "year-link")   /* between month and year */                                                           \
    X(ABOUT, "about")           /* a month, a year; a day; a time of day */                                            \
    X(FROM, "from")                                                                                                    \
    X(UNTIL, "until")                                                                                                  \
    X(BETWEEN, "between") /* what stands before each of two days; of two other times */                                \
    X(NIGHT_OF, "night-of")                                                                                            \
    X(PART_OF, "part-of")   /* between a part of the day and its day */                                                \
    X(PORTIONS, "portions") /* early, middle, late, first half, second half of a month or year */                      \
    X(DECADE, "decade")     /* before and behind its first year; so the next two, of their number */                   \
    X(CENTURY, "century")                                                                                              \
    X(MILLENNIUM, "millennium")                                                                                        \
    X(NUMERALS, "numerals") /* of centuries: "roman", or empty */                                                      \
    X(ORDINALS, "ordinals") /* behind numbers of centuries: as a rule, and behind 1, 2 and 3 */                        \
    X(BEFORE_CHRIST, "before-christ")                                                                                  \
    X(ANNO, "anno") /* before and behind a year after Christ */                                                        \
    X(NO_DATE, "no-date")                                                                                              \
    X(NO_DAY, "no-day")                                                                                                \
    X(NO_YEAR, "no-year")                                                                                              \
    X(HEADINGS,                                                                                                        \
      "headings")       /* chronology, timeline, overview, entries, sources, signs, index, no year, no date, lane */   \
    X(KINDS, "kinds")   /* event, document, plan, citation */                                                          \
    X(SIGNS, "signs")   /* what marks in a drawing mean, in the order of its legend */                                 \
    X(EVENTS, "events") /* one, several; or one, few, many; so the next */                                             \
    X(SOURCES, "sources")                                                                                              \
    X(MORE, "more")           /* before and behind a number of more; on the same day */                                \
    X(OR, "or")               /* between the times that sources differ in */                                           \
    X(LIMITS, "limits")       /* before what something is since, before or after */                                    \
    X(LEADS, "leads")         /* before a date in the cell of a table, adding nothing to it */                         \
    X(BOUNDS, "bounds")       /* before one there that the rules read as a limit */                                    \
    X(ONWARD, "onward")       /* before one there with which something begins */                                       \
    X(WITHIN, "within")       /* before two dates there, at some time between which it was */                          \
    X(CLAIM, "claim")         /* before another source's time: among other words; as a sentence */                     \
    X(BASIS, "basis")         /* before a document's date; stated, given, inferred, not known */                       \
    X(GROUNDS, "grounds")     /* what a document's date is taken from: of basis_from, up to a comma */                 \
    X(CONTINUED, "continued") /* behind a heading that goes on */                                                      \
    X(JULIAN, "julian")       /* none of these: the last year that its country counted so; empty: nobody can tell */   \
    X(EMPTY, "empty")         /* nothing to draw: no dates; no events */                                               \
    X(CONTROLS, "controls")   /* of a page for the screen */

typedef enum saying {
#define X(name, spelling) SAY_##name,
    SAYINGS(X)
#undef X
        SAYING_COUNT
} saying;

typedef struct grammar {
    const char *language; /* its code, ISO 639-1 */
    const char *name;     /* what English calls it */
    const lex_entry *lexemes;
    const lex_reading *readings;
    const uint16_t *slots; /* perfect hash of the forms: lexeme index, or NO_RULE */
    uint32_t slot_mask;
    uint64_t hash_factor;
    const number_range *numbers;
    const uint16_t *number_rows; /* a count of digits: its first range */
    const grammar_rule *rules;
    size_t rule_count;
    const grammar_node *nodes;
    const grammar_edge *edges;
    const uint16_t *roots;                  /* a node a level */
    const uint32_t *alone;                  /* a category: bit n is set when it is all of a pattern of level n */
    const uint32_t (*pairs)[CATEGORY_BITS]; /* ... when it begins one that goes on with a category of that bit */
    const uint16_t *root_edges; /* a level and a category: the first edge from the level's root that takes it */
    const context_set *hints;   /* by core_hash: the contexts of all words that may be meant */
    const uint8_t *marks;       /* by core_hash: the word marks of all words that may be meant */
    size_t level_count;
    uint32_t repeated_levels; /* a bit a level: it takes up what itself made, as long lists need */
    const char *const *categories;
    size_t category_count;
    const char *const *names; /* what a word's value stands for where it is a name: "Europe/Moscow", "-05:00" */
    uint16_t loose;           /* the category of what is no mention unless a later level takes it up */
    const context_word *words;
    form_slots word_slots;
    const context_word *endings;
    const ending_row *ending_rows; /* by the last byte, case aside */
    const word_family *families;   /* sorted by letters */
    size_t family_count;
    const family_pair *relations; /* sorted */
    size_t relation_count;
    const deed_word *deeds;     /* those of a noun together; ended by null pointers */
    bool dots_ordinals;         /* it has words of the context ordinal-head */
    bool capital_nouns;         /* and of capital-plural */
    bool actors_first;          /* and of the role inverted: but for those verbs, who acts stands before */
    const char *const *sayings; /* by saying; null where the language has none */
} grammar;

/* An example of a rule (`value` is what it must come to) or a counter-example (`value` null). */
typedef struct rule_case {
    uint16_t rule;
    const char *file;
    int line;
    const char *text, *value;
} rule_case;

typedef struct rule_cases {
    const char *language;
    const rule_case *cases;
    size_t count;
} rule_cases;

/* All languages that the engine was built with, ended by a null pointer. */
extern const grammar *const grammars[];
extern const char *const language_codes[];
extern const rule_cases *const case_lists[]; /* likewise, for the tests */

/* Eight bytes as a number, the first lowest: one load. */
static inline uint64_t eight_bytes(const char *bytes) {
    uint64_t key;
    memcpy(&key, bytes, sizeof key);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    key = __builtin_bswap64(key);
#endif
    return key;
}

/* The same of up to eight bytes. */
static inline uint64_t bytes_key(const char *bytes, size_t count) {
    const unsigned char *p = (const unsigned char *)bytes;
    uint64_t key = 0;
    if (count >= 8) return eight_bytes(bytes);
    if (count < 4) {
        for (size_t i = 0; i < count; i++) key |= (uint64_t)p[i] << 8 * i;
        return key;
    }
    uint64_t low = 0, high = 0; /* two that overlap */
    for (unsigned i = 0; i < 4; i++) low |= (uint64_t)p[i] << 8 * i;
    for (unsigned i = 0; i < 4; i++) high |= (uint64_t)p[count - 4 + i] << 8 * i;
    return low | high << 8 * (count - 4);
}

/* The capital letters of ASCII made small, in eight bytes at once. */
static inline uint64_t fold_key(uint64_t key) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    uint64_t low = key & ~high;
    uint64_t capitals = (low + ones * (0x80 - 'A')) & ~(low + ones * (0x80 - 'Z' - 1)) & ~key & high;
    return key | capitals >> 2;
}

/* A word, ASCII case aside: its first and its last eight bytes, which are all of it up to sixteen, and its length. */
typedef struct form_key {
    uint64_t head, tail, middle; /* of longer ones a hash of what stands between */
    size_t length;
} form_key;

/* The key of a word whose first bytes were read already, and what stands behind a shorter word with them. */
static inline form_key key_from(uint64_t first, const char *form, size_t length) {
    form_key k = {.length = length};
    uint64_t cut = length < 8 ? (UINT64_C(1) << 8 * length) - 1 : ~UINT64_C(0);
    k.head = k.tail = fold_key(first & cut);
    if (length > 8) k.tail = fold_key(bytes_key(form + length - 8, 8));
    for (size_t i = 8; i + 8 < length; i++) {
        unsigned char c = (unsigned char)form[i];
        k.middle = (k.middle ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * UINT64_C(0x100000001b3);
    }
    return k;
}

static inline form_key key_of_form(const char *form, size_t length) {
    return key_from(bytes_key(form, length < 8 ? length : 8), form, length);
}

/* Is the word of this key the form, which is in small letters and has that key too?  Only between the first and the
 * last eight bytes is there more to compare. */
static inline bool key_is_form(form_key k, const char *word, const char *form, size_t length) {
    if (k.length != length) return false;
    for (size_t i = 8; i + 8 < length; i++)
        if ((word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]) != form[i]) return false;
    return true;
}

/* The hash that the slots are made with.  No two words of a language are one key whatever the factor. */
static inline uint32_t form_hash(form_key k, uint64_t factor) {
    /* A product's bits depend on lower bits only: bring the upper ones down first. */
    uint64_t key = (k.head ^ k.head >> 32) * UINT64_C(0x9E3779B97F4A7C15) +
                   (k.tail ^ k.tail >> 32) * UINT64_C(0xC2B2AE3D27D4EB4F) + k.middle + k.length;
    key ^= key >> 32;
    return (uint32_t)((key * factor) >> 32);
}

/* What the scanner asks of every word. */
enum word_mark {
    MARK_KNOWN = 1, /* it is in the lexicon */
    MARK_CORE = 2,  /* without one of these, or a number, no rule matches */
    MARK_VERB = 4   /* without one of these nothing tells of the future */
};

/* Numbers of rows in grammar.marks and grammar.hints, and of levels. */
enum { MARK_ROWS = 1 << 16, HINT_ROWS = 1 << 12, MOST_LEVELS = 32 };

/* The hash of a word, ASCII case aside: `key` holds its first eight bytes or what there is of them, the first lowest.
 */
static inline uint32_t core_hash(uint64_t key, size_t length) {
    size_t own = length < 8 ? length : 8;
    key = (key | UINT64_C(0x2020202020202020)) << (64 - 8 * own);
    return (uint32_t)((key + length) * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

#endif
