package io.camber.app.control;

import io.camber.geometry.Vec2;
import java.util.List;

/**
 * A course driven once.
 *
 * @param lateral error over time in seconds, left positive
 */
public record CourseRun(
    Course course, Perturbation perturbation, CourseFigures figures, List<Vec2> lateral) {
  public CourseRun {
    lateral = List.copyOf(lateral);
  }

  static CourseRun drive(Course course, TestCar car, Perturbation perturbation) {
    CourseDrive drive = new CourseDrive(course, car, perturbation);
    CourseFigures figures = drive.run();
    return new CourseRun(course, perturbation, figures, drive.lateral());
  }

  boolean isNominal() {
    return perturbation.equals(Perturbation.NONE);
  }
}
