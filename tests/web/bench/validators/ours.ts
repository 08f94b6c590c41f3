export {
  customEventSchema as customEvent,
  joinRoomAckSchema as joinRoomAck,
  joinRoomSchema as joinRoom,
  messageSchema as message,
  messageSendSchema as messageSend,
  typingUpdateSchema as typingUpdate,
} from "../../.generated/call.validators.ts";
export { docSchema as doc } from "../../.generated/collab.validators.ts";
