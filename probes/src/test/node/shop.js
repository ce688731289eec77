// A shop that is traced by the OpenTelemetry SDK for Node.js and its HTTP instrumentation.
//
// node shop.js proto|json|zipkin URL: prints {"port": …}, then what its SDK recorded, one span a line, as it ends; ends with its standard
// input, when everything was sent. `GET /cart` asks a second server of its own; `GET /odd` records a span that is none.
'use strict';

const { diag, DiagLogLevel, SpanKind, SpanStatusCode, trace } = require('@opentelemetry/api');
const { registerInstrumentations } = require('@opentelemetry/instrumentation');
const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http');
const { resourceFromAttributes } = require('@opentelemetry/resources');
const { BatchSpanProcessor, NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');

const [, , protocol, url] = process.argv;
const say = line => process.stdout.write(JSON.stringify(line) + '\n');

diag.setLogger(
  { error: text => say({ diag: text }), warn: (...text) => say({ diag: text.map(String).join(' ') }), info() {}, debug() {}, verbose() {} },
  { logLevel: DiagLogLevel.WARN });

function exporter() {
  switch (protocol) {
    case 'proto': return new (require('@opentelemetry/exporter-trace-otlp-proto').OTLPTraceExporter)({ url });
    case 'json': return new (require('@opentelemetry/exporter-trace-otlp-http').OTLPTraceExporter)({ url });
    case 'zipkin': return new (require('@opentelemetry/exporter-zipkin').ZipkinExporter)({ url });
    default: throw new Error(`no such protocol: ${protocol}`);
  }
}

const nanos = ([seconds, rest]) => (BigInt(seconds) * 1_000_000_000n + BigInt(rest)).toString();

const recorder = {
  onStart() {},
  onEnd(span) {
    say({
      trace: span.spanContext().traceId,
      id: span.spanContext().spanId,
      parent: span.parentSpanContext?.spanId ?? '',
      // as OTLP writes them: W3C's, that it says where the parent is, and that it is elsewhere
      flags: span.spanContext().traceFlags | 0x100 | (span.parentSpanContext?.isRemote ? 0x200 : 0),
      name: span.name,
      kind: SpanKind[span.kind],
      start: nanos(span.startTime),
      end: nanos(span.endTime),
      status: SpanStatusCode[span.status.code],
      message: span.status.message ?? '',
      scope: span.instrumentationScope.name,
      attributes: span.attributes,
      events: span.events.map(each => ({ name: each.name, at: nanos(each.time), attributes: each.attributes })),
      links: span.links.map(each => ({ trace: each.context.traceId, span: each.context.spanId })),
    });
  },
  forceFlush: async () => {},
  shutdown: async () => {},
};

const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ 'service.name': 'shop', 'host.name': 'web-1' }),
  spanProcessors: [recorder, new BatchSpanProcessor(exporter())],
});
provider.register();
registerInstrumentations({ instrumentations: [new HttpInstrumentation()] });

const http = require('node:http');
const tracer = trace.getTracer('shop.tracing');

function ask(port, path) {
  return new Promise((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path, agent: false }, answer => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    }).on('error', reject);
  });
}

function query(text) {
  return tracer.startActiveSpan('SELECT', {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
    links: [{ context: { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 } }],
  }, span => {
    span.setAttributes({ rows: 3, share: 0.25, cached: false, shelves: ['a "b"', 'ü'] });
    span.addEvent('retried', { attempt: 2 });
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'gone' });
    span.end();
  });
}

const stock = http.createServer((_, answer) => answer.writeHead(404).end());
const shop = http.createServer(async (request, answer) => {
  if (request.url === '/odd') {
    tracer.startSpan('odd', { startTime: [-5, 0] }).end([-4, 0]);
  } else {
    query('SELECT * FROM carts WHERE id = $1');
    await ask(stock.address().port, '/stock?n=1');
  }
  answer.end('{}');
});

stock.listen(0, '127.0.0.1', () => shop.listen(0, '127.0.0.1', () => say({ port: shop.address().port })));

process.stdin.on('end', async () => {
  shop.close();
  stock.close();
  await provider.shutdown();
}).resume();
