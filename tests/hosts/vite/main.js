import 'model-compare';
