package io.camber.prediction;

class ConstantVelocityPredictorTest extends PredictorContract {
  @Override
  protected Predictor predictor() {
    return new ConstantVelocityPredictor();
  }
}
