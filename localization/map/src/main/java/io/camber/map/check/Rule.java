package io.camber.map.check;

import java.util.List;

/** A rule of the standard, or a few that look at the same thing. */
interface Rule {
  /** Ids of the rules this one answers for. */
  List<String> ids();

  void check(Subject subject, Findings findings);
}
