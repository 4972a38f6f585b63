package touchstone.nextflow

import groovy.json.JsonGenerator
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import nextflow.BuildInfo
import nextflow.Session
import nextflow.processor.TaskProcessor
import nextflow.trace.TraceObserverFactoryV2
import nextflow.trace.TraceObserverV2
import nextflow.trace.TraceRecord
import nextflow.trace.event.FilePublishEvent
import nextflow.trace.event.TaskEvent
import nextflow.trace.event.WorkflowOutputEvent

/**
 * Makes the observer where TOUCHSTONE_NEXTFLOW_EVENTS names a file; without it Nextflow runs as it would without us.
 */
@CompileStatic
class EventObserverFactory implements TraceObserverFactoryV2 {
  @Override
  Collection<TraceObserverV2> create(Session session) {
    final String file = System.getenv('TOUCHSTONE_NEXTFLOW_EVENTS')
    if( !file )
      return Collections.<TraceObserverV2>emptyList()
    return Collections.<TraceObserverV2>singletonList(new EventObserver(Path.of(file)))
  }
}

/**
 * Appends what happens in a run to a file, one JSON object a line, as it happens. A line is written in one piece, and is
 * there for readers before Nextflow goes on. Nothing that goes wrong here ends the run: it is told on standard error, and
 * after a line that cannot be written there are no more.
 */
@CompileStatic
class EventObserver implements TraceObserverV2 {
  /** It may hold passwords and keys. */
  private static final Set<String> LEFT_OUT = Collections.singleton('env')

  private final Path file
  private final JsonGenerator json = new JsonGenerator.Options().disableUnicodeEscaping().build()
  private OutputStream output
  private boolean broken = false
  private Session session

  EventObserver(Path file) {
    this.file = file
  }

  @Override
  void onFlowCreate(Session session) {
    this.session = session
    tell('created') {
      [run: session.runName, session: session.uniqueId.toString(), nextflow: BuildInfo.version] as Map<String, Object>
    }
  }

  @Override
  void onFlowBegin() {
    tell('begun') { Collections.<String, Object>emptyMap() }
  }

  @Override
  void onFlowComplete() {
    tell('ended') { [success: session.success] as Map<String, Object> }
    close()
  }

  @Override
  void onProcessCreate(TaskProcessor process) {
    tell('process') { [process: process.name] as Map<String, Object> }
  }

  @Override
  void onProcessTerminate(TaskProcessor process) {
    tell('process ended') { [process: process.name] as Map<String, Object> }
  }

  @Override
  void onTaskPending(TaskEvent event) {
    tellTask('pending', event)
  }

  @Override
  void onTaskSubmit(TaskEvent event) {
    tellTask('submitted', event)
  }

  @Override
  void onTaskStart(TaskEvent event) {
    tellTask('started', event)
  }

  @Override
  void onTaskComplete(TaskEvent event) {
    tellTask('completed', event)
  }

  @Override
  void onTaskCached(TaskEvent event) {
    tellTask('cached', event)
  }

  /** Has Nextflow measure what tasks use, as with a trace file. */
  @Override
  boolean enableMetrics() {
    return true
  }

  @Override
  void onFlowError(TaskEvent event) {
    tell('error') {
      final Map<String, Object> said = new LinkedHashMap<>()
      said.put('message', session.fault?.report ?: session.error?.message)
      final TraceRecord trace = event?.trace ?: event?.handler?.safeTraceRecord()
      said.put('task', trace == null ? null : fieldsOf(trace))
      return said
    }
  }

  @Override
  void onWorkflowOutput(WorkflowOutputEvent event) {
  }

  @Override
  void onFilePublish(FilePublishEvent event) {
    tell('published') {
      [source: event.source?.toUriString(), target: event.target?.toUriString()] as Map<String, Object>
    }
  }

  private void tellTask(String kind, TaskEvent event) {
    tell(kind) {
      final TraceRecord trace = event.trace ?: event.handler.safeTraceRecord()
      return [task: fieldsOf(trace)] as Map<String, Object>
    }
  }

  /** All fields that a trace file can have, with their raw values. */
  private static Map<String, Object> fieldsOf(TraceRecord trace) {
    final Map<String, Object> fields = new LinkedHashMap<>()
    for( final String name : TraceRecord.FIELDS.keySet() ) {
      if( LEFT_OUT.contains(name) )
        continue
      final Object value = trace.get(name)
      if( value != null )
        fields.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString())
    }
    return fields
  }

  private synchronized void tell(String kind, Closure<Map<String, Object>> said) {
    if( broken )
      return
    try {
      final Map<String, Object> event = new LinkedHashMap<>()
      event.put('event', kind)
      event.put('time', System.currentTimeMillis())
      event.putAll(said.call())
      write((json.toJson(event) + '\n').getBytes('UTF-8'))
    }
    catch( Throwable problem ) {
      System.err.println("Touchstone is not told of an event (${kind}) of this run: ${problem}")
    }
  }

  private void write(byte[] line) {
    try {
      if( output == null )
        output = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
      output.write(line)
    }
    catch( Throwable problem ) {
      System.err.println("Touchstone is told no more of what happens in this run: ${problem}")
      close()
    }
  }

  private synchronized void close() {
    try {
      output?.close()
    }
    catch( Throwable ignored ) {
      // What it held was written line by line.
    }
    output = null
    broken = true
  }
}
