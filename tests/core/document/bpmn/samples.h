#pragma once
// Small BPMN files as other programs write them, drawn by hand for these tests.

#include <string>

namespace himpun::document::bpmn::test {

/// In the manner of bpmn.io: default namespace for BPMN, ids with random endings, a pool, two lanes, an exclusive
/// gateway that goes back, and the things a procedure has no place for.
inline std::string const drawn_in_the_browser = R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="bpmn-js" exporterVersion="18.0.0">
  <collaboration id="Collaboration_1">
    <participant id="Participant_1" name="Surat Keluar" processRef="Process_1" />
    <participant id="Participant_2" name="Warga" />
    <messageFlow id="Flow_message" sourceRef="Participant_2" targetRef="Participant_1" />
  </collaboration>
  <process id="Process_1" isExecutable="false">
    <laneSet id="LaneSet_1">
      <lane id="Lane_1" name="Sekretaris Dinas">
        <flowNodeRef>Activity_check</flowNodeRef>
        <flowNodeRef>Gateway_1</flowNodeRef>
        <flowNodeRef>Event_end</flowNodeRef>
      </lane>
      <lane id="Lane_2" name="Staf">
        <flowNodeRef>Event_start</flowNodeRef>
        <flowNodeRef>Activity_write</flowNodeRef>
      </lane>
    </laneSet>
    <startEvent id="Event_start" name="Ada permintaan"><outgoing>Flow_1</outgoing></startEvent>
    <sequenceFlow id="Flow_1" sourceRef="Event_start" targetRef="Activity_write" />
    <userTask id="Activity_check" name="Memeriksa
konsep surat">
      <documentation>Dua hari kerja</documentation>
      <incoming>Flow_2</incoming><outgoing>Flow_3</outgoing>
    </userTask>
    <task id="Activity_write" name="Menyusun konsep surat">
      <incoming>Flow_1</incoming><incoming>Flow_back</incoming><outgoing>Flow_2</outgoing>
    </task>
    <sequenceFlow id="Flow_2" sourceRef="Activity_write" targetRef="Activity_check" />
    <exclusiveGateway id="Gateway_1" name="Sudah benar?">
      <incoming>Flow_3</incoming><outgoing>Flow_ok</outgoing><outgoing>Flow_back</outgoing>
    </exclusiveGateway>
    <sequenceFlow id="Flow_3" sourceRef="Activity_check" targetRef="Gateway_1" />
    <sequenceFlow id="Flow_ok" name="benar" sourceRef="Gateway_1" targetRef="Event_end" />
    <sequenceFlow id="Flow_back" name="perlu perbaikan" sourceRef="Gateway_1" targetRef="Activity_write" />
    <endEvent id="Event_end" />
    <dataObjectReference id="DataObjectReference_1" name="Konsep" dataObjectRef="DataObject_1" />
    <dataObject id="DataObject_1" />
    <textAnnotation id="TextAnnotation_1"><text>Catatan</text></textAnnotation>
  </process>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="Collaboration_1">
    <bpmndi:BPMNShape id="S" bpmnElement="Activity_write"><omgdc:Bounds x="1" y="2" width="100" height="80" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>
)";

/// In the manner of Camunda Modeler: a process to be executed, expressions, a timer at a task's edge, a fork and a
/// join, a choice right after the start, a subprocess.
inline std::string const drawn_to_be_executed = R"(<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_2" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" modeler:executionPlatform="Camunda Platform">
  <bpmn:process id="izin" name="Izin Penelitian" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:exclusiveGateway id="lengkap" name="Berkas lengkap?" default="f2"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing><bpmn:outgoing>f3</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="lengkap" />
    <bpmn:sequenceFlow id="f2" sourceRef="lengkap" targetRef="catat" />
    <bpmn:sequenceFlow id="f3" name="tidak" sourceRef="lengkap" targetRef="tolak"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${!lengkap}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:userTask id="catat" name="Mencatat permohonan" camunda:assignee="${petugas}"><bpmn:extensionElements><camunda:formData><camunda:formField id="nama" type="string" /></camunda:formData></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f4</bpmn:outgoing></bpmn:userTask>
    <bpmn:boundaryEvent id="lama" attachedToRef="catat" cancelActivity="false"><bpmn:outgoing>f5</bpmn:outgoing><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="f5" sourceRef="lama" targetRef="tolak" />
    <bpmn:parallelGateway id="bagi"><bpmn:incoming>f4</bpmn:incoming><bpmn:outgoing>f6</bpmn:outgoing><bpmn:outgoing>f7</bpmn:outgoing></bpmn:parallelGateway>
    <bpmn:sequenceFlow id="f4" sourceRef="catat" targetRef="bagi" />
    <bpmn:task id="telaah" name="Menelaah"><bpmn:incoming>f6</bpmn:incoming><bpmn:outgoing>f8</bpmn:outgoing></bpmn:task>
    <bpmn:subProcess id="survei" name="Survei lapangan"><bpmn:incoming>f7</bpmn:incoming><bpmn:outgoing>f9</bpmn:outgoing><bpmn:task id="dalam" name="Berangkat" /></bpmn:subProcess>
    <bpmn:sequenceFlow id="f6" sourceRef="bagi" targetRef="telaah" />
    <bpmn:sequenceFlow id="f7" sourceRef="bagi" targetRef="survei" />
    <bpmn:parallelGateway id="satu"><bpmn:incoming>f8</bpmn:incoming><bpmn:incoming>f9</bpmn:incoming><bpmn:outgoing>f10</bpmn:outgoing></bpmn:parallelGateway>
    <bpmn:sequenceFlow id="f8" sourceRef="telaah" targetRef="satu" />
    <bpmn:sequenceFlow id="f9" sourceRef="survei" targetRef="satu" />
    <bpmn:sequenceFlow id="f10" sourceRef="satu" targetRef="izinkan" />
    <bpmn:userTask id="izinkan" name="Menerbitkan izin"><bpmn:incoming>f10</bpmn:incoming><bpmn:outgoing>f11</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="f11" sourceRef="izinkan" targetRef="selesai" />
    <bpmn:userTask id="tolak" name="Menolak permohonan"><bpmn:incoming>f3</bpmn:incoming><bpmn:incoming>f5</bpmn:incoming><bpmn:outgoing>f12</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="f12" sourceRef="tolak" targetRef="selesai" />
    <bpmn:endEvent id="selesai"><bpmn:incoming>f11</bpmn:incoming><bpmn:incoming>f12</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
)";

}  // namespace himpun::document::bpmn::test
