package io.camber.sim.sensor.inertial;

/** Errors of the inertial unit: accelerometer in m/s2, gyroscope in rad/s, and what the cold does to both. */
public record ImuConfig(TriadConfig accelerometer, TriadConfig gyroscope, ThermalConfig thermal) {

  /** A unit that is warm. */
  public ImuConfig(TriadConfig accelerometer, TriadConfig gyroscope) {
    this(accelerometer, gyroscope, ThermalConfig.automotive());
  }

  /**
   * Automotive MEMS unit. Noise densities 150 ug/sqrt(Hz) and 0.010 deg/s/sqrt(Hz), turn-on biases 3 mg and 0.1 deg/s,
   * 16-bit output over 6 g and 300 deg/s: round values in the middle of current data sheets of that class.
   */
  public static ImuConfig automotive() {
    return new ImuConfig(
        new TriadConfig(1.5e-3, 0.03, 3.0e-4, 2.0e-3, 59.0, 1.8e-3),
        new TriadConfig(1.75e-4, 1.75e-3, 2.0e-5, 2.0e-3, 5.24, 1.6e-4));
  }

  /** No error but the finite resolution of a double; for tests and upper bounds. */
  public static ImuConfig ideal() {
    TriadConfig perfect = new TriadConfig(0.0, 0.0, 0.0, 0.0, 1.0e6, 0.0);
    return new ImuConfig(perfect, perfect);
  }
}
