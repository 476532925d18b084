package dev.outwork.it.benchmark.inserver;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.instance.RuntimeService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts instances, one after the other with a pause between, and answers a line for each: the
 * microseconds from the return of the start, which is after its commit, to the worker's first line.
 */
@WebServlet("/latency")
public class LatencyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="latency">
        <process id="latency" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="latency"/>
          <sequenceFlow id="out" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  @Inject private transient RepositoryService repository;
  @Inject private transient RuntimeService runtime;
  @Inject private transient Calls calls;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String definition =
        repository
            .createDeployment(
                DeploymentRequest.of("latency.bpmn", MODEL.getBytes(StandardCharsets.UTF_8)))
            .deployedProcessDefinitions()
            .get(0)
            .id();
    StringBuilder lines = new StringBuilder();
    try {
      for (int i = 0; i < Integer.parseInt(request.getParameter("count")); i++) {
        lines.append(TimeUnit.NANOSECONDS.toMicros(once(definition))).append('\n');
        Thread.sleep(20);
      }
    } catch (Exception e) {
      throw new ServletException(e);
    }
    response.setContentType("text/plain");
    response.getWriter().print(lines);
  }

  private long once(String definition) throws Exception {
    String instance = runtime.startProcessInstance(definition, null, Map.of()).id();
    long committed = System.nanoTime();
    return calls.of(instance).get(1, TimeUnit.MINUTES) - committed;
  }
}
