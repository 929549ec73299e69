/**
 * What Comlink would do with a message from the page is more than this app asks of it: it can read and set any property path,
 * construct, and hand out new ports. Only calls of known methods pass here; everything else is dropped unread.
 */

/** The part of a worker's global scope, or of a MessagePort, that Comlink uses. */
export interface MessageEndpoint {
  readonly postMessage: (message: unknown, transfer: Transferable[]) => void;
  readonly addEventListener: (type: string, listener: EventListenerOrEventListenerObject, options?: object) => void;
  readonly removeEventListener: (type: string, listener: EventListenerOrEventListenerObject, options?: object) => void;
  readonly start?: () => void;
}

/** The same, as Comlink calls it. */
export interface FilteredEndpoint extends Omit<MessageEndpoint, 'postMessage'> {
  readonly postMessage: (message: unknown, transfer?: Transferable[]) => void;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

// 'proxy' carries a callback as a port; anything else in its place, and Comlink's other handler, 'throw', would throw in its listener.
const isPlainArgument = (value: unknown): boolean => {
  if (!isFields(value)) return false;
  return value['type'] === 'RAW' || (value['type'] === 'HANDLER' && value['name'] === 'proxy' && value['value'] instanceof MessagePort);
};

/** A call of one of `methods`, in Comlink's wire format (4.4: type, path, argumentList). */
export const isMethodCall = (data: unknown, methods: ReadonlySet<string>): boolean => {
  if (!isFields(data) || data['type'] !== 'APPLY') return false;
  const { path, argumentList } = data;
  if (!Array.isArray(path) || path.length !== 1 || typeof path[0] !== 'string' || !methods.has(path[0])) return false;
  return Array.isArray(argumentList) && argumentList.every(isPlainArgument);
};

/** `endpoint`, with all messages but calls of `methods` dropped. */
export const filterEndpoint = (endpoint: MessageEndpoint, methods: ReadonlySet<string>): FilteredEndpoint => {
  const filters = new Map<EventListenerOrEventListenerObject, (event: Event) => void>();
  const deliver = (listener: EventListenerOrEventListenerObject, event: Event): void => {
    if (typeof listener === 'function') listener(event);
    else listener.handleEvent(event);
  };
  return {
    postMessage: (message, transfer) => endpoint.postMessage(message, transfer ?? []),
    addEventListener: (type, listener, options) => {
      const filter = (event: Event): void => {
        if (!('data' in event) || isMethodCall(event.data, methods)) deliver(listener, event);
      };
      filters.set(listener, filter);
      endpoint.addEventListener(type, filter, options);
    },
    removeEventListener: (type, listener, options) => {
      endpoint.removeEventListener(type, filters.get(listener) ?? listener, options);
      filters.delete(listener);
    },
    start: () => endpoint.start?.(),
  };
};
