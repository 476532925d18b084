package dev.outwork.ra;

import dev.outwork.api.worker.spi.Engines;
import dev.outwork.api.worker.spi.WorkerService;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.transaction.xa.XAResource;

/** Connects message-driven beans and the engine, in whatever order they start and stop. */
@Connector(
    displayName = "Outwork",
    vendorName = "Outwork",
    eisType = "External task engine",
    version = "1.0")
public class ExternalTaskResourceAdapter implements ResourceAdapter, Engines.Listener {
  private static final Logger LOG = Logger.getLogger(ExternalTaskResourceAdapter.class.getName());

  private final Map<MessageEndpointFactory, Activation> activations = new ConcurrentHashMap<>();
  private BootstrapContext context;
  private WorkerService engine;

  @Override
  public void start(BootstrapContext bootstrap) {
    context = bootstrap;
    Engines.listen(this);
  }

  @Override
  public void stop() {
    Engines.ignore(this);
    activations.values().forEach(Activation::close);
    activations.clear();
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    if (!(spec instanceof ExternalTaskActivationSpec options)) {
      throw new NotSupportedException(
          "Cannot activate an endpoint with a %s".formatted(spec.getClass().getName()));
    }
    options.validate();
    Activation activation = new Activation(options, new EndpointDelivery(factory, context));
    activations.put(factory, activation);
    synchronized (this) {
      if (engine != null) {
        activation.open(engine);
      }
    }
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    Activation activation = activations.remove(factory);
    if (activation != null) {
      activation.close();
    }
  }

  @Override
  public synchronized void available(WorkerService newEngine) {
    if (engine == null) {
      engine = newEngine;
      activations.values().forEach(activation -> activation.open(newEngine));
    } else if (engine != newEngine) {
      LOG.warning(
          "There are two engines in this server: message-driven beans serve the first one only");
    }
  }

  @Override
  public synchronized void gone(WorkerService goneEngine) {
    if (engine == goneEngine) {
      activations.values().parallelStream().forEach(Activation::close);
      engine = null;
    }
  }

  /** No transaction is ever in doubt here: the only resource is the engine's database. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  // Required of every resource adapter (chapter 5.3.3); there is one for each deployment.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
